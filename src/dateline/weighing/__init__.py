"""Claims → incidents, origins, positions, tolls, the summary by front. Pure: values in, values out."""
