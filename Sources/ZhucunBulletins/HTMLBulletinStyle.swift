/// The page's style sheet. Margins, type and spacing are those of GB/T 9704 for official papers.
enum HTMLBulletinStyle {
    static let sheet: StaticString = """
        :root { --title: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, "Songti SC", serif;
          --body: "仿宋_GB2312", FangSong_GB2312, FangSong, STFangsong, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, "Songti SC", serif;
          --head: SimHei, "黑体", STHeiti, "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
        * { box-sizing: border-box; }
        body { max-width: 210mm; margin: 0 auto; padding: 20mm 26mm 20mm 28mm; font: 16pt/1.75 var(--body); color: #000; background: #fff;
          overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        header { margin-bottom: 28pt; text-align: center; }
        .number { margin: 0 0 6pt; text-align: center; text-indent: 0; }
        header .number { padding-bottom: 10pt; margin-bottom: 28pt; border-bottom: 1.5pt solid #d00; }
        h1 { margin: 0; font: 400 22pt/1.5 var(--title); white-space: pre-line; text-wrap: balance; }
        h2 { margin: 0; font: 400 16pt/1.75 var(--head); text-indent: 2em; break-after: avoid; white-space: pre-line; }
        p { margin: 0; text-indent: 2em; text-align: justify; white-space: pre-line; orphans: 2; widows: 2; }
        p.to, p.copies { text-indent: 0; }
        p.note { margin: 4pt 0; font-size: 12pt; line-height: 1.5; text-indent: 0; }
        p.copies { margin-top: 20pt; padding: 3pt 1em; border: solid #000; border-width: 1pt 0; font-size: 14pt; break-inside: avoid; }
        footer { display: flex; justify-content: flex-end; margin: 32pt 0 0; break-inside: avoid; break-before: avoid; }
        footer div { margin-right: 2em; text-align: center; }
        footer p { text-align: center; text-indent: 0; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; line-height: 1.4; }
        th, td { border: .75pt solid #000; padding: 2.5pt 3.5pt; vertical-align: middle; text-align: left; white-space: pre-line; }
        th { font-family: var(--head); font-weight: 400; text-align: center; }
        td { font-variant-numeric: tabular-nums; }
        .c { text-align: center; }
        .r { text-align: right; }
        .table { margin: 10pt 0; }
        .dense table, .landscape table { font-size: 9pt; }
        .dense td, .dense th, .landscape td, .landscape th { padding: 2pt 2.5pt; }
        .short { break-inside: avoid; }
        thead { display: table-header-group; }
        thead tr.title th { border: 0; padding-bottom: 5pt; font-size: 14pt; }
        tr { break-inside: avoid; }
        tr.total { break-before: avoid; }
        tr.total td { font-family: var(--head); }
        .form { margin-top: 20mm; }
        .form h2 { margin-bottom: 8pt; font: 400 20pt/1.5 var(--title); text-align: center; text-indent: 0; }
        .form .number { font-size: 12pt; text-align: right; }
        .form table { border: 1.5pt solid #000; font-size: 12pt; line-height: 1.5; }
        .form td, .form th { height: 11mm; padding: 3pt 6pt; }
        .form td p { text-indent: 2em; }
        .form .box td { position: relative; white-space: normal; padding-bottom: 30pt; vertical-align: top; }
        .form .box p.line { position: absolute; right: 10pt; bottom: 5pt; text-indent: 0; white-space: pre; }
        :lang(en) p, :lang(en) h2, :lang(en) .form td p { text-indent: 0; text-align: left; }
        :lang(en) header .number, :lang(en) footer p, :lang(en) .form h2 { text-align: center; }
        :lang(en) .form .number { text-align: right; }
        :lang(en) body > p { margin-bottom: 6pt; }
        @page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm;
          @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; vertical-align: top; padding-top: 7mm; } }
        @page landscape { size: A4 landscape; margin: 28mm 35mm 26mm 37mm; }
        @media print {
          body { max-width: none; padding: 0; }
          .landscape { page: landscape; margin: 0; }
          .form { break-before: page; margin-top: 0; }
          .form + :not(.form) { break-before: page; }
        }

        """
}
