/* Dates: which there are, what they cover. */
#include "map/date.h"

static void
test_valid (void)
{
  static const struct { const char *date; gboolean valid; } rows[] = {
    { "2015", TRUE }, { "0001", TRUE }, { "9999", TRUE }, { "2015-01", TRUE }, { "2015-12", TRUE },
    { "2015-01-31", TRUE }, { "2016-02-29", TRUE }, { "2000-02-29", TRUE },
    { "", FALSE }, { "0000", FALSE }, { "215", FALSE }, { "20155", FALSE }, { "2015-", FALSE },
    { "2015-1", FALSE }, { "2015-00", FALSE }, { "2015-13", FALSE }, { "2015/01", FALSE },
    { "2015-01-", FALSE }, { "2015-01-1", FALSE }, { "2015-01-00", FALSE }, { "2015-01-32", FALSE },
    { "2015-02-29", FALSE }, { "1900-02-29", FALSE }, { "2015-04-31",
                                                        FALSE }, { "2015-01-011", FALSE },
    { "2015.01.01", FALSE }, { "-215", FALSE }, { "+215",
                                                  FALSE }, { " 2015", FALSE }, { "2015 ", FALSE },
    { "201５", FALSE }, { "zwölf", FALSE }, { "2015-01-01T00:00", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].date);
      g_assert_cmpint (nk_date_is_valid (rows[i].date), ==, rows[i].valid);
    }
}

static void
test_valid_period (void)
{
  static const struct { const char *period; gboolean valid; } rows[] = {
    { "2015", TRUE }, { "2014-10/2015-08", TRUE }, { "2016-12/", TRUE }, { "/2015", TRUE },
    { "2015/2014", TRUE }, { "", FALSE }, { "/", FALSE }, { "2015/2016/2017", FALSE },
    { "2015-13/2016", FALSE }, { "2015/x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].period);
      g_assert_cmpint (nk_period_is_valid (rows[i].period), ==, rows[i].valid);
    }
}

static void
test_period (void)
{
  static const struct { const char *date; int first, last; } rows[] = {
    { "2015", 20150101, 20151231 },
    { "2015-02", 20150201, 20150228 },
    { "2016-02", 20160201, 20160229 },
    { "2015-11", 20151101, 20151130 },
    { "2015-09-04", 20150904, 20150904 },
    { "", 0, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].date);
      g_assert_cmpint (nk_date_first (rows[i].date), ==, rows[i].first);
      g_assert_cmpint (nk_date_last (rows[i].date), ==, rows[i].last);
    }
}

static void
test_covers (void)
{
  static const struct { const char *since, *until, *date; gboolean there; } rows[] = {
    { "", "", "2015", TRUE },
    { "", "", "", TRUE },
    { "2014", "2016", "", TRUE },
    { "2014-10", "2015-08", "2015-08", TRUE },        /* both ends are whole */
    { "2014-10", "2015-08", "2015-08-31", TRUE },
    { "2014-10", "2015-08", "2015-09-01", FALSE },
    { "2014-10", "2015-08", "2014-09-30", FALSE },
    { "2014-10", "2015-08", "2014-10-01", TRUE },
    { "2014-10", "2015-08", "2014", TRUE },           /* some day of the year will do */
    { "2014-10", "2015-08", "2016", FALSE },
    { "2014-10", "2015-08", "2015-08/2016", TRUE },   /* some day of the period, too */
    { "2014-10", "2015-08", "2015-09/2016", FALSE },
    { "2014-10", "2015-08", "2012/2018", TRUE },
    { "2014-10", "2015-08", "/2014-09", FALSE },
    { "2014-10", "2015-08", "2015-08/", TRUE },
    { "2014-10", "", "2016-12/", TRUE },
    { "2015-09-04", "", "2015-09", TRUE },
    { "2015-09-04", "", "2015-08", FALSE },
    { "2015-09-04", "", "2099", TRUE },
    { "", "2015", "2015-12-31", TRUE },
    { "", "2015", "2016-01-01", FALSE },
    { "2016", "2015", "2015-06", FALSE },             /* ends before it begins */
    { "2016", "2015", "2017", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s to %s at %s", rows[i].since, rows[i].until, rows[i].date);
      g_assert_cmpint (nk_date_covers (rows[i].since, rows[i].until, rows[i].date), ==,
                       rows[i].there);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/valid-period", test_valid_period);
  g_test_add_func ("/date/period", test_period);
  g_test_add_func ("/date/covers", test_covers);
  return g_test_run ();
}
