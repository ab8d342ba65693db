#include "ui/figures/printing.h"

#include "drawing/painter.h"
#include "ui/figures/figure-task.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define SLACK 1.5   /* points by which a figure may be larger than its paper: it is rounded */

typedef struct
{
  NkWindow *window;
  NkScene *scene;
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *print = data;

  g_object_unref (print->window);
  nk_scene_unref (print->scene);
  g_free (print);
}

/* The smallest usual paper on which the figure has room, standing or lying; else one of its own. */
static GtkPageSetup *
page_setup_for (double width,
                double height)
{
  static const char *const papers[] = { "iso_a4", "iso_a3", "iso_a2", "iso_a1", "iso_a0" };
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean lies = width > height;
  GtkPaperSize *paper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      paper = gtk_paper_size_new (papers[i]);
      if (MIN (width, height) <= gtk_paper_size_get_width (paper, GTK_UNIT_POINTS) + SLACK
          && MAX (width, height) <= gtk_paper_size_get_height (paper, GTK_UNIT_POINTS) + SLACK)
        break;
      g_clear_pointer (&paper, gtk_paper_size_free);
    }
  if (paper == NULL)
    {
      paper = gtk_paper_size_new_custom ("netzkarte", _("Size of the figure"), width, height,
                                         GTK_UNIT_POINTS);
      lies = FALSE;
    }
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, lies ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                              : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

/* Whoever prints to a file finds it beside the map. */
static GtkPrintSettings *
settings_for (NkSession *session)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  GFile *file = nk_session_file (session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autofree char *name = nk_session_title (session);

  g_strdelimit (name, "/\\:", '-');
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  if (path != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
  return settings;
}

/* In the middle of the paper; smaller only if it has no room on the one that was chosen. */
static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  const NkPaintOptions options = { .detail = 0, .text = TRUE };
  const Print *print = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double room_width = gtk_print_context_get_width (context);
  double room_height = gtk_print_context_get_height (context);
  double width, height, scale;

  nk_scene_page (print->scene, &width, &height);
  scale = MIN (1, MIN ((room_width + SLACK) / width, (room_height + SLACK) / height));
  cairo_translate (cr, MAX (room_width - width * scale, 0) / 2,
                   MAX (room_height - height * scale, 0) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  nk_paint_paper (print->scene, cr);
  nk_paint_scene (print->scene, cr, &options, 0, 0, 0, 0);
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  const Print *print = user_data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL && nk_window_is_open (print->window))
    nk_message_bar_say (nk_window_messages (print->window), error->message);
  nk_trace (result == GTK_PRINT_OPERATION_RESULT_APPLY ? "printed" : "not printed");
}

static void
show_dialog (NkWindow *window,
             gpointer  made,
             gpointer  user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = settings_for (nk_window_session (window));
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *title = nk_session_title (nk_window_session (window));
  Print *print = g_new (Print, 1);
  double width, height;

  *print = (Print) { g_object_ref (window), nk_scene_ref (made) };
  nk_scene_page (print->scene, &width, &height);
  setup = page_setup_for (width, height);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), print, print_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (window), NULL);
}

void
nk_print_figure (NkWindow             *window,
                 const NkFigureChoice *choice)
{
  nk_figure_task_start (window, choice, NULL, _("The figure is being drawn."), show_dialog, NULL,
                        NULL);
}
