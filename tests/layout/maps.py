"""The maps on which layouts are tried: the example and the cities, some of them with pins."""

import json
import shutil

import city
import program


def make_map(netzkarte, example, number, folder):
    """The map of a number in a folder, as it is before it is laid out, and where everybody stood before
    some were pinned, if they stood anywhere."""
    path = folder / 'map.json'
    if number == 0:
        shutil.copy(example, path)
        return path, None, 'the example'
    plan = city.plan(number)
    content = city.city(plan)
    path.write_text(city.to_text(content), encoding='utf-8')
    former = None
    if plan.manner in ('near', 'wrong'):
        former = city.places(json.loads(program.lay_out(netzkarte, path, folder / 'former.json', '--seed=1',
                                                        '--aspect=1.1')[0]))
    if plan.share:
        city.pin(content, plan.share, plan.manner, former, number, others=number % 2 == 0)
        path.write_text(city.to_text(content), encoding='utf-8')
    pins = f', {plan.share:.0%} pinned {plan.manner}' if plan.share else ''
    return path, former, f'{number}: {plan.actors} {plan.shape} {plan.districts} districts{pins}'
