"""Mutated files of every format, given to `records import --dry-run`: no crash, no hang, bounded memory.

    python3 Fuzz/Import/import.py --zhucun .build/release/zhucun --files 100000 --seed 1

Prints what broke, each with the seed of its file, and exits with 1 then."""
import argparse, io, os, random, resource, subprocess, sys, tempfile, time, zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
ROWS = [['姓名', '工号', '考勤日期', '打卡时间', '打卡结果', '打卡地址'], ['张三', 'C1', '23-08-01 星期二', '2023-08-01 08:55', '正常', '村'],
        ['李四', 'C2', '23-08-01 星期二', '2023-08-01 08:56', '正常', '"村,部"']]


def csv(rng):
    separator = rng.choice([',', ';', '\t', '|'])
    text = rng.choice(['\n', '\r\n', '\r']).join(separator.join(row) for row in ROWS) + '\n'
    return text.encode(rng.choice(['utf-8', 'utf-8-sig', 'utf-16', 'gb18030']))


def markup(rng):
    rows = ''.join('<tr>' + ''.join(f'<td colspan={rng.choice([1, 2, 999999])}>{cell}</td>' for cell in row) + '</tr>' for row in ROWS)
    return f'<html><table>{rows}</table></html>'.encode()


def json(rng):
    return ('{"recordresult": [' + ','.join('{"userId": "C1", "userCheckTime": 1690851300000}' for _ in range(3)) + ']}').encode()


def workbook(rng):
    """Parts are mutated before they are packed, so that what is behind the archive is reached."""
    cells = ''.join(
        f'<row r="{r + 1}">' + ''.join(f'<c r="{chr(65 + c)}{r + 1}" t="{rng.choice(["inlineStr", "s", "str"])}"><is><t>{cell}</t></is><v>{c}</v></c>'
                                       for c, cell in enumerate(row)) + '</row>' for r, row in enumerate(ROWS))
    parts = {
        'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="x"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': '<sst>' + ''.join(f'<si><t>{cell}</t></si>' for row in ROWS for cell in row) + '</sst>',
        'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
    }
    kind = rng.randrange(12)
    if kind == 0: parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData>' + '<row><c><v>1</v></c></row>' * 400000 + '</sheetData></worksheet>'
    if kind == 1: parts['xl/sharedStrings.xml'] = '<sst><si><t>' + 'a' * (60 << 20) + '</t></si></sst>'
    if kind == 2: parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].replace('A1:B2', 'A1:XFD1048576')
    if kind == 3: parts['xl/workbook.xml'] = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + parts['xl/workbook.xml']
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            content = text.encode()
            archive.writestr(name, mutate(content, rng) if kind > 3 and rng.random() < 0.5 else content)
    return out.getvalue()


def mutate(content, rng):
    bytes_ = bytearray(content)
    for _ in range(rng.choice([1, 1, 2, 8, 64])):
        if not bytes_: break
        place = rng.randrange(len(bytes_))
        how = rng.randrange(5)
        if how == 0: bytes_[place] ^= 1 << rng.randrange(8)
        elif how == 1: bytes_[place] = rng.randrange(256)
        elif how == 2: del bytes_[place:place + rng.randrange(1, 64)]
        elif how == 3: bytes_[place:place] = bytes_[place:place + rng.randrange(1, 64)] * rng.randrange(1, 20)
        else: del bytes_[place:]
    return bytes(bytes_)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--zhucun', required=True)
    options.add_argument('--files', type=int, default=1000)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--batch', type=int, default=40)
    asked = options.parse_args()
    broken = worst = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, asked.files, asked.batch):
            paths = []
            for number in range(first, min(first + asked.batch, asked.files)):
                rng = random.Random(asked.seed * 1_000_003 + number)
                content = rng.choice([csv, csv, workbook, markup, json])(rng)
                paths.append(os.path.join(folder, f'{number}'))
                with open(paths[-1], 'wb') as file: file.write(mutate(content, rng) if rng.random() < 0.8 else content)
            start = time.time()
            try:
                run = subprocess.run([asked.zhucun, 'records', 'import', *paths, '--into', folder + '/none', '--profile', 'shanxi', '--dry-run'],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60 + 5 * asked.batch)
                code = run.returncode
            except subprocess.TimeoutExpired:
                code = 'hang'
            slowest = max(slowest, time.time() - start)
            worst = max(worst, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
            if code not in (0, 2):
                broken += 1
                print(f'files {first} to {first + len(paths) - 1} of seed {asked.seed}: {code}', flush=True)
            for path in paths: os.remove(path)
    print(f'{asked.files} files, {broken} batches broken, slowest batch {slowest:.1f} s, most memory {worst} MB')
    sys.exit(1 if broken else 0)


main()
