"""Maps that talk of persons: their names in every text, id and unknown member, in every spelling; and
a search for what is left of them."""

import re
import unicodedata
import zlib

FIRST = ('Erika', 'Jörg', 'Şule', 'Ali', 'Thomas', 'Zoë', 'Björn', 'Anna', 'Wacław')
LAST = ('Mustermann', 'Weiß', 'Yıldız', 'Kaya', 'Müller-Lüdenscheidt', 'García', 'Ott', 'Weber', 'Groß',
        'Özdemir', 'Brandstätter')
TITLES = ('', '', '', 'Dr. ', 'Prof. Dr. ', 'Bürgermeisterin ')
ALIASES = ('', '', '', 'Ansprechperson A{}', 'Frau V{}')
UMLAUTS = str.maketrans({'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'Ä': 'Ae', 'Ö': 'Oe', 'Ü': 'Ue', 'ß': 'ss'})
PLAIN = str.maketrans({'ß': 'ss', 'ı': 'i', 'ł': 'l', 'Ł': 'L'})
GENERIC = {'bürgermeisterin', 'prof', 'frau'}


def plain(text):
    """Without accents: "Mueller" stays, "Müller" is "Muller"."""
    letters = unicodedata.normalize('NFKD', text.translate(PLAIN))
    return ''.join(letter for letter in letters if not unicodedata.combining(letter))


def german(text):
    return plain(unicodedata.normalize('NFC', text).translate(UMLAUTS))


def spellings(name):
    """The ways in which people and programs write a name."""
    first, last = name.split(' ', 1)
    handle = plain(german(f'{first[0]}.{last}')).lower()
    return [name, name.upper(), name.lower(), unicodedata.normalize('NFD', name), german(name),
            plain(name), f'{last}, {first}', f'{name}s', f'{first}\n{last}', f'{handle}@stadt.example',
            german(name).lower().replace(' ', '-'), f'„{last}“', f'{first}\u00a0{last}']


def talk(number, name, k):
    """A sentence about a person, another one each time."""
    forms = spellings(name)
    return f'Gespräch {number}: {forms[k % len(forms)]} kommt ({k}).'


def add_persons(content, n):
    """Makes persons of the first `n` actors of a map; returns their names and short forms. All that
    can be said of somebody in a map is."""
    names = []
    count = 0
    content.update(events=[], sources=[], notes=[], views=[],
                   attributes=[{'id': 'group', 'name': 'Gruppe', 'values': []}])
    for i, actor in enumerate(content['actors'][:n]):
        name = f'{FIRST[i % len(FIRST)]} {LAST[i * 7 % len(LAST)]}'
        old = actor['id']
        actor['id'] = german(name).lower().replace(' ', '-') + f'-{i}'
        actor.update(name=TITLES[i % len(TITLES)] + name, person=True)
        if i % 3 == 0:
            actor['short'] = f'{name[0]}. {name.split(" ", 1)[1]}'
        if alias := ALIASES[i % len(ALIASES)].format(i):
            actor['alias'] = alias
        for tie in content['ties']:
            for end in ('from', 'to'):
                if tie[end] == old:
                    tie[end] = actor['id']
                    tie['id'] += f'-{actor["id"]}'
        names += [name] + ([actor['short']] if 'short' in actor else [])
    for i, name in enumerate(names):
        for k in range(len(spellings(name))):
            count += 1
            source = f'{german(name).lower().replace(" ", "_")}-{count}'
            evidence = [{'source': source, 'locator': talk(i, name, k + 1), 'note': talk(i, name, k + 2),
                         'page': talk(i, name, k)}]
            other = content['actors'][n + count % (len(content['actors']) - n)]
            other['note'] = other.get('note', '') + talk(i, name, k)
            other.setdefault('evidence', []).extend(evidence)
            other.setdefault('attributes', {})['group'] = talk(i, name, k)
            other['x-contact'] = talk(i, name, k)
            person = content['actors'][count % n]
            person['note'] = person.get('note', '') + talk(i, name, k)
            content['sources'].append({'id': source, 'name': talk(i, name, k)})
            content['events'].append({'id': f'e-{source}', 'name': talk(i, name, k),
                                      'note': talk(i, name, k + 3), 'evidence': evidence})
            content['notes'].append({'id': f'n-{source}', 'text': talk(i, name, k), 'x': 10 * count, 'y': 0})
            content['views'].append({'id': f'v-{source}', 'name': talk(i, name, k)})
            content['attributes'][0]['values'].append(talk(i, name, k))
            if content['ties']:
                tie = content['ties'][count % len(content['ties'])]
                tie['note'] = tie.get('note', '') + talk(i, name, k)
                tie['evidence'] = evidence
    content['title'] = f'Das Netz von {names[0]}'
    content['description'] = ' '.join(talk(i, name, i) for i, name in enumerate(names))
    content['x-author'] = names[-1]
    return names


def words_of(names):
    """The names, their parts of four letters and more, and a surname of three."""
    for name in names:
        yield name
        for word in re.findall(r'[^\W\d_]+', name):
            if len(word) >= 4 and word.casefold() not in GENERIC or len(word) == 3 and word == name.split()[-1]:
                yield word


def flat(text):
    """Words with one blank between them, and one round all of them."""
    text = unicodedata.normalize('NFKC', text).replace('\u00ad', '')
    return ' ' + re.sub(r'[\W_]+', ' ', text) + ' '


def leaks(names, text):
    """The names of which something stands in a text: long ones anywhere, short ones as words."""
    folded = flat(plain(text).casefold()), flat(german(text).casefold())
    found = []
    for word in words_of(names):
        letters = len(re.sub(r'\W', '', word))
        if letters < 4:
            if f' {word} ' in flat(text):
                found.append(word)
            continue
        for form, hay in zip((plain(word), german(word)), folded):
            needle = flat(form.casefold())
            if (needle if letters < 6 else needle[1:-1]) in hay:
                found.append(word)
    return found


# Before what is packed: a stream of a PDF, a packed text of a PNG.
PACKED = re.compile(rb'stream\r?\n|zTXt[^\x00]*\x00\x00|iTXt[^\x00]*\x00\x01\x00[^\x00]*\x00[^\x00]*\x00')
HEXADECIMAL = re.compile(rb'<((?:[0-9A-Fa-f]{2})+)>')
OCTAL = re.compile(rb'\\([0-7]{3})')


def texts_in(data):
    """What can be read in the bytes of a file: as they are, and as they are inside."""
    inside = []
    for match in PACKED.finditer(data):
        try:
            inside.append(zlib.decompressobj().decompress(data[match.end():]))
        except zlib.error:
            continue
    hexadecimal = [bytes.fromhex(match[1].decode())
                   for part in (data, *inside) for match in HEXADECIMAL.finditer(part)]
    octal = [OCTAL.sub(lambda match: bytes([int(match[1], 8) % 256]), part).decode('latin-1').encode()
             for part in inside]
    for part in (data, *inside, *hexadecimal, *octal):
        yield part.decode('utf-8', 'replace')
        yield part.decode('utf-16-be', 'replace')
