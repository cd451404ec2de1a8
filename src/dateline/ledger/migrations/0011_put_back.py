from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0010_imported_updates"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="dropped_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="update",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("review", "waiting for review"),
                    ("scheduled", "scheduled"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                    ("redacted", "redacted"),
                    ("discarded", "discarded"),
                ],
                default="draft",
                max_length=9,
            ),
        ),
    ]
