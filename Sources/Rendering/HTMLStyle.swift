/// The page's style sheet. Verdicts are told by a mark first and a colour second; paper is A4 landscape.
enum HTMLStyle {
    static let sheet: StaticString = """
        :root { --serif: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, "Songti SC", serif;
          --sans: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", SimHei, "PingFang SC", sans-serif; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 24px 28px 40px; max-width: 1360px; font: 14px/1.55 var(--serif); color: #111; background: #fff;
          -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        header { text-align: center; border-bottom: 3px double #111; margin-bottom: 18px; padding-bottom: 10px; }
        h1 { font: 700 26px/1.3 var(--serif); letter-spacing: .12em; margin: 0 0 4px; }
        header p { margin: 0; font-size: 15px; }
        h2 { font: 700 18px/1.4 var(--serif); margin: 26px 0 6px; }
        h3 { font: 700 15px/1.4 var(--serif); margin: 22px 0 2px; padding-left: 8px; border-left: 4px solid #8c1c13; }
        h4 { font: 700 13px/1.4 var(--sans); margin: 10px 0 3px; }
        h3 small, h4 small { font-weight: 400; font-size: 12px; color: #444; margin-left: 8px; }
        p { margin: 3px 0; }
        p.basis, p.legend, p.note { font-size: 12.5px; color: #333; }
        a { color: inherit; text-decoration: none; border-bottom: 1px dotted #777; }
        .scroll { overflow-x: auto; margin: 5px 0 8px; }
        table { border-collapse: collapse; font: 12.5px/1.35 var(--sans); font-variant-numeric: tabular-nums; }
        table.wide { width: 100%; }
        th, td { border: 1px solid #9a9a9a; padding: 2px 5px; text-align: left; vertical-align: middle; }
        thead th { background: #ececec; font-weight: 700; white-space: nowrap; }
        th small { display: block; font-weight: 400; font-size: 10.5px; color: #333; }
        .r { text-align: right; }
        .c, .m, .b, .u, .n { text-align: center; white-space: nowrap; word-spacing: .22em; }
        .k { white-space: nowrap; }
        .f { border-left: 3px double #777; }
        .m { color: #1c4a1f; }
        .b { color: #7f0f0a; background: #f7d5d1; font-weight: 700; }
        .u { color: #5c4300; background: #fdf0c4; font-style: italic; }
        .n { color: #666; }
        tr.group th { background: #f6f6f6; font-weight: 700; }
        tr.group span { position: sticky; left: 6px; }
        .grid td:first-child, .grid thead th:first-child { position: sticky; left: 0; background: #fff; }
        .grid thead th:first-child { background: #ececec; }
        .blank { width: 14%; }
        .sign { display: flex; justify-content: space-between; gap: 20px; margin-top: 26px; }
        .sign span { flex: 1; border-bottom: 1px solid #111; padding-bottom: 2px; }
        footer { margin-top: 28px; border-top: 3px double #111; padding-top: 8px; break-inside: avoid; }
        @page { size: A4 landscape; margin: 12mm 12mm 14mm;
          @bottom-center { content: counter(page) " / " counter(pages); font: 8pt serif; } }
        @media print {
          body { padding: 0; max-width: none; font-size: 10pt; }
          h1 { font-size: 19pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; margin-top: 12pt; } h4 { font-size: 9pt; }
          h2, h3, h4, p.basis, p.legend { break-after: avoid; }
          p.basis, p.legend, p.note { font-size: 8.5pt; }
          a { border: 0; }
          .scroll { overflow: visible; }
          table { font-size: 8pt; line-height: 1.25; }
          th small { font-size: 6.5pt; }
          th, td { padding: 1pt 3pt; border-color: #666; }
          .grid td:first-child, .grid thead th:first-child, tr.group span { position: static; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          tr.group { break-after: avoid; }
          section.county ~ section.county { break-before: page; }
        }

        """
}
