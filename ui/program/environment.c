#include "ui/program/environment.h"

#include <gtk/gtk.h>
#include <malloc.h>

static gboolean
have_gpu (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/* Without a GPU, GL is emulated: starting takes three times as long and a frame four times. */
static void
choose_renderer (void)
{
  if (have_gpu ())
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () >= 16)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

/* GTK's Cairo renderer asks for an image of the window's size each frame. Kept in the heap
 * instead of given back to the system, it costs no page faults. */
static void
keep_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
  mallopt (M_TRIM_THRESHOLD, 512 << 20);
  mallopt (M_TOP_PAD, 16 << 20);
#endif
}

void
nk_environment_prepare (void)
{
  keep_memory ();
  choose_renderer ();
}
