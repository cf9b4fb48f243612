// The basic attendance query of QUERY.md, written by hand as a floor: one thread, one pass, bits in dense arrays.
// usage: attendance FOLDER FROM TO OUT
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned __int128 Days;  // bit 0 is the day `axis`
typedef struct { uint64_t id; Days seen, night, posted; } Cadre;
typedef struct { uint32_t cadre; char county[7], team[16]; Days days; } Posting;
typedef struct { const char *county, *team; int days, of; } Team;

enum { BLOCK = 1 << 18, PAD = 128, AXIS = 128 };

static Cadre *cadres;
static uint32_t cadreCount, *slots, slotMask;
static Posting *postings;
static uint32_t postingCount;
static int axis;  // day number of bit 0

static void fail(const char *what) { fprintf(stderr, "attendance: %s\n", what); exit(2); }
static inline uint64_t load8(const char *p) { uint64_t w; memcpy(&w, p, 8); return w; }
static inline uint16_t load2(const char *p) { uint16_t w; memcpy(&w, p, 2); return w; }
static inline int two(const char *p) { return (p[0] - '0') * 10 + p[1] - '0'; }
static int count(Days d) { return __builtin_popcountll((uint64_t)d) + __builtin_popcountll((uint64_t)(d >> 64)); }

// --- civil days, counted from 1970-01-01

static int dayNumber(int y, int m, int d) {
    y -= m <= 2;
    int era = y / 400, yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}
static int parseDay(const char *p) { return dayNumber(two(p) * 100 + two(p + 2), two(p + 5), two(p + 8)); }
static void civil(int z, int *y, int *m, int *d) {
    z += 719468;
    int era = z / 146097, doe = z - era * 146097, yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    *d = doy - (153 * mp + 2) / 5 + 1, *m = mp < 10 ? mp + 3 : mp - 9, *y = yoe + era * 400 + (*m <= 2);
}
static int monday(int day) { return day - (day + 3) % 7; }
static Days span(int first, int last) {  // both included, cut to the axis
    if (first < axis) first = axis;
    if (last > axis + AXIS - 2) last = axis + AXIS - 2;
    return last < first ? 0 : (((Days)1 << (last - axis + 1)) - 1) & ~(((Days)1 << (first - axis)) - 1);
}

// --- identifiers: at most seven bytes and the comma behind them in one word

static inline uint64_t idWord(const char *p, int *length) {
    uint64_t w = load8(p), x = w ^ 0x2c2c2c2c2c2c2c2cULL, hit = (x - 0x0101010101010101ULL) & ~x & 0x8080808080808080ULL;
    if (!hit) fail("an identifier of more than seven bytes");
    int bits = __builtin_ctzll(hit) - 7;
    *length = bits >> 3;
    return w & ((1ULL << bits) - 1);
}
static Cadre *find(uint64_t id) {
    for (uint32_t k = id * 0x9E3779B97F4A7C15ULL >> 40 & slotMask;; k = (k + 1) & slotMask) {
        if (!slots[k]) return NULL;
        if (cadres[slots[k] - 1].id == id) return &cadres[slots[k] - 1];
    }
}
static Cadre *take(uint64_t id) {
    Cadre *known = find(id);
    if (known) return known;
    uint32_t k = id * 0x9E3779B97F4A7C15ULL >> 40 & slotMask;
    while (slots[k]) k = (k + 1) & slotMask;
    cadres[cadreCount].id = id;
    slots[k] = ++cadreCount;
    return &cadres[cadreCount - 1];
}

// --- postings.csv: cadre,team,village,role,unit,from,to,…

static void readPostings(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail("no postings.csv");
    char line[512], *field[8];
    uint32_t room = 0;
    if (!fgets(line, sizeof line, file)) fail("postings.csv is empty");
    while (fgets(line, sizeof line, file)) {
        if (postingCount == room) {
            room = room ? 2 * room : 4096;
            postings = realloc(postings, room * sizeof *postings);
            cadres = realloc(cadres, room * sizeof *cadres);
            memset(cadres + cadreCount, 0, (room - cadreCount) * sizeof *cadres);
            free(slots);
            slotMask = 4 * room - 1;
            slots = calloc(slotMask + 1, sizeof *slots);
            uint32_t known = cadreCount;
            for (cadreCount = 0; cadreCount < known;) take(cadres[cadreCount].id);
        }
        int n = 0, length;
        for (char *p = field[n++] = line; *p && n < 8; p++) if (*p == ',') field[n++] = p + 1;
        if (n < 8) fail("a posting of too few columns");
        Posting *posting = &postings[postingCount++];
        Cadre *cadre = take(idWord(field[0], &length));
        memset(posting, 0, sizeof *posting);
        posting->cadre = cadre - cadres;
        memcpy(posting->team, field[1], field[2] - field[1] > 15 ? 15 : field[2] - field[1] - 1);
        memcpy(posting->county, field[2], 6);
        posting->days = span(parseDay(field[5]), *field[6] == ',' ? axis + AXIS : parseDay(field[6]));
        cadre->posted |= posting->days;
    }
    fclose(file);
}

// --- checkins.csv: cadre,time,…

typedef struct { uint64_t id; Cadre *cadre; uint64_t date; uint16_t dayOfMonth; int day; Days bit; Days late[24], early[24]; } Reader;

static void readRow(Reader *r, const char *p) {
    int length;
    uint64_t id = idWord(p, &length);
    if (id != r->id) r->id = id, r->cadre = find(id);
    const char *time = p + length + 1;
    if (load8(time) != r->date || load2(time + 8) != r->dayOfMonth) {
        r->date = load8(time), r->dayOfMonth = load2(time + 8), r->day = parseDay(time) - axis;
        r->bit = r->day >= 0 && r->day < AXIS - 1 ? (Days)1 << r->day : 0;
    }
    int hour = two(time + 11);
    Days bit = r->bit;
    const char *end = time + (time[16] == ':' ? 19 : 16);
    if (*end != ',' && (load8(end) & 0xffffffffffffULL) != (load8("+08:00\0") & 0xffffffffffffULL)) {
        int sign = *end == '-' ? -1 : 1, offset = *end == 'Z' ? 0 : sign * (two(end + 1) * 60 + two(end + 4));
        int minute = hour * 60 + two(time + 14) + 480 - offset, shift = minute < 0 ? -1 : minute >= 1440;
        hour = (minute - shift * 1440) / 60;
        bit = r->day + shift >= 0 && r->day + shift < AXIS - 1 ? (Days)1 << (r->day + shift) : 0;
    }
    if (!r->cadre || (unsigned)hour > 23) return;
    r->cadre->seen |= bit;
    r->cadre->night |= (bit & r->late[hour]) | (bit >> 1 & r->early[hour]);
}
static void readCheckIns(const char *path) {
    static char buffer[BLOCK + PAD];
    static Reader reader;
    int file = open(path, O_RDONLY);
    if (file < 0) fail("no checkins.csv");
    for (int hour = 0; hour < 24; hour++) reader.late[hour] = hour >= 20 ? ~(Days)0 : 0, reader.early[hour] = hour < 6 ? ~(Days)0 : 0;
    size_t kept = 0;
    bool isHeader = true;
    for (ssize_t got; (got = read(file, buffer + kept, BLOCK - kept)) > 0;) {
        const char *p = buffer, *end = buffer + kept + got, *newline;
        while ((newline = memchr(p, '\n', end - p))) {
            if (!isHeader) readRow(&reader, p);
            isHeader = false;
            p = newline + 1;
        }
        kept = end - p;
        if (kept == BLOCK) fail("a row that is too long");
        memmove(buffer, p, kept);
    }
    close(file);
}

// --- answers

static FILE *create(const char *folder, const char *name, const char *header) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) fail("cannot write");
    setvbuf(file, NULL, _IOFBF, 1 << 20);
    fputs(header, file);
    return file;
}
static void put(FILE *file, const char *text) { while (*text) putc_unlocked(*text++, file); }
static void putNumber(FILE *file, int n, char after) {
    if (n >= 10) putNumber(file, n / 10, 0);
    putc_unlocked('0' + n % 10, file);
    if (after) putc_unlocked(after, file);
}
static int byId(const void *a, const void *b) {
    uint64_t x = __builtin_bswap64(((const Cadre *)a)->id), y = __builtin_bswap64(((const Cadre *)b)->id);
    return x < y ? -1 : x > y;
}
static void writeCadres(int from, int to, const char *out) {
    struct { char name[32]; Days days; } weeks[24], months[8];
    int weekCount = 0, monthCount = 0, y, m, d;
    for (int day = monday(from); day <= to; day += 7) {
        if (day + 3 < from || day + 3 > to) continue;
        civil(day + 3, &y, &m, &d);
        snprintf(weeks[weekCount].name, 32, ",%04d-W%02d,", y, (day + 3 - dayNumber(y, 1, 1)) / 7 + 1);
        weeks[weekCount++].days = span(day, day + 6);
    }
    for (int day = from; day <= to;) {
        civil(day, &y, &m, &d);
        int next = dayNumber(y + m / 12, m % 12 + 1, 1);
        snprintf(months[monthCount].name, 32, ",%04d-%02d,", y, m);
        months[monthCount++].days = span(day, next - 1 < to ? next - 1 : to);
        day = next;
    }
    FILE *weekly = create(out, "weeks.csv", "cadre,week,days,nights\n"), *monthly = create(out, "months.csv", "cadre,month,days,posted,ok\n");
    for (uint32_t i = 0; i < cadreCount; i++) {
        Cadre *c = &cadres[i];
        char id[9] = {0};
        memcpy(id, &c->id, 8);
        for (int w = 0; w < weekCount; w++) {
            Days posted = c->posted & weeks[w].days;
            if (!posted) continue;
            put(weekly, id), put(weekly, weeks[w].name);
            putNumber(weekly, count(c->seen & posted), ','), putNumber(weekly, count(c->night & posted), '\n');
        }
        for (int k = 0; k < monthCount; k++) {
            Days posted = c->posted & months[k].days;
            if (!posted) continue;
            int days = count(c->seen & posted), of = count(posted);
            put(monthly, id), put(monthly, months[k].name);
            putNumber(monthly, days, ','), putNumber(monthly, of, ','), putNumber(monthly, 3 * days >= 2 * of, '\n');
        }
    }
    fclose(weekly), fclose(monthly);
}
static int byTeam(const void *a, const void *b) {
    const Team *x = a, *y = b;
    int county = strcmp(x->county, y->county);
    return county ? county : strcmp(x->team, y->team);
}
static int byShare(const void *a, const void *b) {
    const Team *x = a, *y = b;
    int county = strcmp(x->county, y->county), share = (y->days * x->of > x->days * y->of) - (y->days * x->of < x->days * y->of);
    return county ? county : share ? share : strcmp(x->team, y->team);
}
static void writeTeams(int from, int to, const char *out) {
    Team *teams = malloc((postingCount + 1) * sizeof *teams);
    Days period = span(from, to);
    int given = 0, n = 0;
    for (uint32_t i = 0; i < postingCount; i++) {
        Posting *p = &postings[i];
        Days days = p->days & period;
        if (days && *p->team) teams[given++] = (Team){p->county, p->team, count(cadres[p->cadre].seen & days), count(days)};
    }
    qsort(teams, given, sizeof *teams, byTeam);
    for (int i = 0; i < given; i++)
        if (n && !byTeam(&teams[n - 1], &teams[i])) teams[n - 1].days += teams[i].days, teams[n - 1].of += teams[i].of;
        else teams[n++] = teams[i];
    qsort(teams, n, sizeof *teams, byShare);
    FILE *file = create(out, "teams.csv", "county,team,rank,ranked,band\n");
    for (int first = 0, last; first < n; first = last) {
        for (last = first; last < n && !strcmp(teams[first].county, teams[last].county);) last++;
        int all = last - first, of10 = all % 10;
        int a = 3 * all / 10 + (of10 == 2 || of10 == 3 || of10 == 6 || of10 == 9), c = all / 10 + (of10 >= 4);
        for (int i = first, tied; i < last; i = tied) {
            for (tied = i + 1; tied < last && teams[tied].days * teams[i].of == teams[i].days * teams[tied].of;) tied++;
            int place = tied - first;
            for (int k = i; k < tied; k++)
                fprintf(file, "%s,%s,%d,%d,%c\n", teams[k].county, teams[k].team, i - first + 1, all, place <= a ? 'A' : place <= all - c ? 'B' : 'C');
        }
    }
    fclose(file);
}

int main(int argc, char **argv) {
    if (argc != 5) fail("usage: attendance FOLDER FROM TO OUT");
    char path[4096];
    int from = parseDay(argv[2]), to = parseDay(argv[3]);
    axis = monday(from) - 1;
    if (to - axis > AXIS - 9) fail("more days than fit");
    snprintf(path, sizeof path, "%s/postings.csv", argv[1]);
    readPostings(path);
    snprintf(path, sizeof path, "%s/checkins.csv", argv[1]);
    readCheckIns(path);
    writeTeams(from, to, argv[4]);
    qsort(cadres, cadreCount, sizeof *cadres, byId);  // no posting finds its cadre from here on
    writeCadres(from, to, argv[4]);
}
