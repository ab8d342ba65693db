#include "ui/canvas/player.h"

#include "ui/program/trace.h"

#define DURATION (350 * G_TIME_SPAN_MILLISECOND)

struct _NkPlayer
{
  GtkWidget *canvas;
  NkSession *session;
  NkScene *left;             /* the scene that is being left, until the first frame; or NULL */
  NkLook look;               /* how it was looked at */
  NkTransition *transition;  /* or NULL */
  gint64 start;              /* time of its second frame: the first takes long; 0: not come yet */
  guint frames;
  guint tick;
  gboolean sharp;            /* the picture waits below */
};

NkPlayer *
nk_player_new (GtkWidget *canvas,
               NkSession *session)
{
  NkPlayer *player = g_new0 (NkPlayer, 1);

  player->canvas = canvas;
  player->session = session;
  return player;
}

static void
clear (NkPlayer *player)
{
  if (player->tick != 0)
    gtk_widget_remove_tick_callback (player->canvas, player->tick);
  player->tick = 0;
  g_clear_pointer (&player->left, nk_scene_unref);
  g_clear_pointer (&player->transition, nk_transition_free);
}

void
nk_player_free (NkPlayer *player)
{
  clear (player);
  g_free (player);
}

static gboolean
wants_animations (NkPlayer *player)
{
  gboolean wants;

  g_object_get (gtk_widget_get_settings (player->canvas), "gtk-enable-animations", &wants, NULL);
  return wants;
}

void
nk_player_begin (NkPlayer     *player,
                 const NkLook *look)
{
  clear (player);
  if (!wants_animations (player))
    return;
  player->left = nk_scene_ref (nk_session_scene (player->session));
  player->look = *look;
  player->sharp = FALSE;
}

void
nk_player_end (NkPlayer *player)
{
  if (player->transition != NULL)
    nk_trace ("transition ends frames=%u", player->frames);
  clear (player);
  gtk_widget_queue_draw (player->canvas);
}

void
nk_player_follow (NkPlayer *player)
{
  if (player->transition != NULL
      && !nk_transition_fits (player->transition, nk_session_scene (player->session)))
    nk_player_end (player);
}

static double
time_of (NkPlayer *player)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (player->canvas);

  if (player->start == 0)
    return 0;
  return (double) (gdk_frame_clock_get_frame_time (clock) - player->start) / DURATION;
}

void
nk_player_sharp (NkPlayer *player)
{
  player->sharp = TRUE;
  if (player->transition != NULL && time_of (player) >= 1)
    nk_player_end (player);
}

static gboolean
on_tick (GtkWidget     *canvas,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NkPlayer *player = user_data;

  if (player->start == 0)
    player->start = gdk_frame_clock_get_frame_time (clock);
  gtk_widget_queue_draw (canvas);
  if (time_of (player) < 1)
    return G_SOURCE_CONTINUE;
  player->tick = 0;
  if (player->sharp)
    nk_player_end (player);
  return G_SOURCE_REMOVE;
}

/* The way is known once the other scene is there: in the first frame. */
static void
start (NkPlayer *player)
{
  player->transition = nk_transition_new (player->left, nk_session_scene (player->session),
                                          &player->look);
  g_clear_pointer (&player->left, nk_scene_unref);
  if (player->transition == NULL)
    return;
  player->start = 0;
  player->frames = 0;
  player->tick = gtk_widget_add_tick_callback (player->canvas, on_tick, player, NULL);
  nk_trace ("transition begins");
}

gboolean
nk_player_is_on (NkPlayer *player)
{
  if (player->left != NULL)
    start (player);
  return player->transition != NULL;
}

void
nk_player_snapshot (NkPlayer     *player,
                    const NkLook *look,
                    GtkSnapshot  *snapshot)
{
  player->frames++;
  nk_transition_snapshot (player->transition, time_of (player), look, snapshot,
                          gtk_widget_get_width (player->canvas),
                          gtk_widget_get_height (player->canvas),
                          gtk_widget_get_scale_factor (player->canvas));
}
