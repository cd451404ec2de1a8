import pytest
pytestmark = pytest.mark.django_db
@pytest.mark.parametrize("n", range(20))
def test_a(publish, n):
    assert publish("x").number == 1
@pytest.mark.parametrize("n", range(20))
@pytest.mark.django_db(transaction=True)
def test_b(publish, n):
    from django.db import connection
    print(connection.settings_dict["NAME"])
    assert publish("x").number == 1
