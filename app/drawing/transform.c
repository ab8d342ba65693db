#include "drawing/scene-private.h"

NkTransform
nk_transform_scale (double scale,
                    double dx,
                    double dy)
{
  return (NkTransform) { { scale, 0, dx, 0, scale, dy, 0, 0, 1 } };
}

NkTransform
nk_transform_join (const NkTransform *a,
                   const NkTransform *b)
{
  NkTransform product;

  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++)
      {
        double sum = 0;

        for (int i = 0; i < 3; i++)
          sum += a->m[row * 3 + i] * b->m[i * 3 + column];
        product.m[row * 3 + column] = sum;
      }
  return product;
}

NkTransform
nk_transform_inverse (const NkTransform *transform)
{
  const double *m = transform->m;
  NkTransform inverse = { {
    m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
    m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
    m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
  } };
  double determinant = m[0] * inverse.m[0] + m[1] * inverse.m[3] + m[2] * inverse.m[6];

  for (int i = 0; i < 9; i++)
    inverse.m[i] /= determinant;
  return inverse;
}

NkPoint
nk_transform_point (const NkTransform *transform,
                    double             x,
                    double             y)
{
  const double horizon = 1e-3;
  const double *m = transform->m;
  double w = MAX (m[6] * x + m[7] * y + m[8], horizon);

  return (NkPoint) { (m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w };
}
