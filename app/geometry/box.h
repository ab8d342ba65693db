/* A box: an upright rectangle, y down. */
#pragma once

typedef struct
{
  double x, y, width, height;   /* top left and size */
} NkBox;

/* The two ways along which boxes stand. */
typedef enum
{
  NK_AXIS_X,
  NK_AXIS_Y
} NkAxis;

static inline double
nk_box_start (const NkBox *box,
              NkAxis       axis)
{
  return axis == NK_AXIS_X ? box->x : box->y;
}

static inline double
nk_box_size (const NkBox *box,
             NkAxis       axis)
{
  return axis == NK_AXIS_X ? box->width : box->height;
}

static inline double
nk_box_middle (const NkBox *box,
               NkAxis       axis)
{
  return nk_box_start (box, axis) + nk_box_size (box, axis) / 2;
}

static inline double
nk_box_end (const NkBox *box,
            NkAxis       axis)
{
  return nk_box_start (box, axis) + nk_box_size (box, axis);
}

static inline void
nk_box_move (NkBox  *box,
             NkAxis  axis,
             double  by)
{
  *(axis == NK_AXIS_X ? &box->x : &box->y) += by;
}
