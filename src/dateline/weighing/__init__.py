"""Claims → incidents, origins, positions, tolls, summary by front. Pure: values in, values out."""
