import shutil
import pytest
pytestmark = pytest.mark.django_db
def test_dump(rivals, follow, site):
    follow()
    shutil.rmtree("/tmp/live1/site", ignore_errors=True)
    shutil.copytree(site.root, "/tmp/live1/site")
    print(site.broken_links())
