from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0009_wire"),
    ]

    operations = [
        migrations.AddField(
            model_name="liveblog",
            name="day",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="update",
            name="day",
            field=models.DateField(blank=True, null=True),
        ),
    ]
