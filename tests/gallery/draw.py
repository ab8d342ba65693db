#!/usr/bin/env python3
"""Draws the gallery: all pictures of pictures.py and the page that shows them, the same bytes each time.

    draw.py PROGRAMS FOLDER [PICTURE...]

PROGRAMS is the build's folder with netzkarte in it, FOLDER where the gallery is, data/gallery. With
names of pictures only these are drawn again. Needs ImageMagick.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile

import pictures

POINTS = 72
FULL = 1500             # pixels, the wider side of a picture
SMALL = 300, 230        # and of one on a contact sheet
COLORS = 96
FONT = pictures.SOURCE / 'data/fonts/RobotoCondensed-Regular.ttf'

SECTIONS = (
    ('Figures', 'The example, and parts of it where a page is too small for all of it.', 'FIGURES'),
    ('Hard cases', 'Maps that most programs draw badly.', 'HARD'),
    ('Layouts', 'Twenty cities that do not exist, laid out by all methods, some of them round pins. They are made by '
     '`tests/layout/city.py`.', 'LAYOUTS'))


def size_of(scene):
    page = json.loads(scene.read_text(encoding='utf-8'))['page']
    return page['width'], page['height']


def draw(picture, programs, output, most):
    """Draws a picture no wider and no higher than that; the sentence with which it is refused, or None."""
    netzkarte = programs / 'netzkarte'
    with tempfile.TemporaryDirectory(prefix='netzkarte-gallery-') as folder:
        path = pictures.prepare(picture, netzkarte, pathlib.Path(folder))
        scene, raw = (pathlib.Path(folder, name) for name in ('a.scene.json', 'a.png'))
        refusal = pictures.export(netzkarte, path, scene, *picture.options)
        if refusal:
            return refusal
        dpi = POINTS * min(pixels / points for pixels, points in zip(most, size_of(scene)))
        pictures.export(netzkarte, path, raw, *picture.options, '--dpi', f'{dpi:.2f}')
        shrink(raw, output)
    return None


def shrink(raw, output):
    """A picture of few colours, without anything that says when or where it was made."""
    subprocess.run(['convert', raw, '-strip', '+dither', '-colors', str(COLORS), '-define',
                    'png:compression-level=9', '-define', 'png:exclude-chunks=date,time,tIME', f'PNG8:{output}'],
                   check=True)


def draw_sheet(wanted, programs, output, columns, pool):
    """All of them on one sheet, each under its name; one that is refused leaves its place empty."""
    with tempfile.TemporaryDirectory(prefix='netzkarte-gallery-') as folder:
        paths = [pathlib.Path(folder, f'{i}.png') for i in range(len(wanted))]
        refusals = list(pool.map(lambda p, path: draw(p, programs, path, SMALL),
                                 wanted[:columns], paths[:columns]))
        # What the first row is refused the others are: they are of the same profiles.
        refusals += pool.map(lambda p, path, refusal: refusal or draw(p, programs, path, SMALL), wanted[columns:],
                             paths[columns:], refusals * (len(wanted) // columns - 1))
        tiles = []
        for picture, path, refusal in zip(wanted, paths, refusals):
            label = f'{picture.says}: too small' if refusal else picture.says
            tiles += ['-label', label, f'xc:#e8e8e8[{SMALL[0]}x{SMALL[1]}!]' if refusal else str(path)]
        sheet = pathlib.Path(folder, 'sheet.png')
        subprocess.run(['montage', '-font', FONT, '-pointsize', '13', '-background', '#e8e8e8', *tiles,
                        '-tile', f'{columns}x', '-geometry', f'{SMALL[0]}x{SMALL[1]}+4+4', sheet], check=True)
        shrink(sheet, output)
    return {picture.says: refusal for picture, refusal in zip(wanted, refusals) if refusal}


def sheets():
    """The contact sheets: name, pictures, columns, and what there is to see."""
    for view, wanted in pictures.SHEETS.items():
        yield (f'sheet-{view}', wanted, len(pictures.PROFILES),
               f'The view *{view}*: a row for each theme, a column for each profile.')
    yield ('sheet-methods', pictures.METHOD_SHEET, 3, 'The example laid out by each method.')


def write_index(folder):
    lines = ['# Gallery', '', 'What Netzkarte draws, and how it lays out. Everything here is drawn by one command:', '',
             '    meson compile -C _build gallery', '',
             'Every picture is measured by `tests/gallery/`: no box overlaps another (but for those that are pinned '
             'so), no name', 'is cut or leaves its shape, no type is under 7 pt, everything is on the page, and the '
             'legend explains what is drawn', 'and nothing else.', '']
    for heading, says, name in SECTIONS:
        lines += [f'## {heading}', '', says, '']
        for picture in getattr(pictures, name):
            lines += [f'![{picture.name}]({picture.name}.png)', '', picture.says, '']
    lines += ['## Contact sheets', '', 'The example, or as much of it as a page has room for. Where a place is empty '
              'the page is too small even for a few:', '`netzkarte export` then says the smallest width that will do.',
              '']
    for name, _, _, says in sheets():
        lines += [f'![{name}]({name}.png)', '', says, '']
    (folder / 'README.md').write_text('\n'.join(lines), encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('programs', type=pathlib.Path)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('pictures', nargs='*', metavar='PICTURE')
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    singles = [picture for _, _, name in SECTIONS for picture in getattr(pictures, name)
               if not wanted.pictures or picture.name in wanted.pictures]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = [wanted.folder / f'{picture.name}.png' for picture in singles]
        for picture, refusal in zip(singles, pool.map(
                lambda picture, output: draw(picture, wanted.programs, output, (FULL, FULL)), singles, outputs)):
            if refusal:
                parser.error(f'{picture.name}: {refusal}')
        for name, members, columns, _ in sheets():
            if not wanted.pictures or name in wanted.pictures:
                draw_sheet(members, wanted.programs, wanted.folder / f'{name}.png', columns, pool)
    write_index(wanted.folder)


if __name__ == '__main__':
    main()
