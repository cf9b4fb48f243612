import PolicyYAML
import Testing
import ZhucunBulletins

@Suite struct CellTests {
    @Test(arguments: [
        (1, 1, "100.0%"), (0, 5, "0.0%"), (158, 171, "92.4%"), (1, 3, "33.3%"), (2, 3, "66.7%"),
        // Halves of a tenth go up, also those that binary fractions miss.
        (1, 16, "6.3%"), (1, 2000, "0.1%"), (1235, 10000, "12.4%"), (1245, 10000, "12.5%"), (12349, 100000, "12.3%"),
        (1999, 2000, "100.0%"),
        (3, 2, "150.0%"), (-1, 4, "-25.0%"), (1, -4, "-25.0%"), (-1, 3, "-33.3%"), (-1, 2000, "0.0%"),
        (Int.max, Int.max, "100.0%"), (Int.min, 1, "-922337203685477580800.0%"), (0, 0, "—"), (7, 0, "—"),
    ])
    func sharesAreRoundedExactly(_ numerator: Int, _ denominator: Int, _ shown: String) {
        #expect(Bulletin.Cell.share(numerator: numerator, denominator: denominator).shown == shown)
    }

    @Test func otherCellsShowWhatTheyAre() {
        #expect(Bulletin.Cell.text("=1+1").shown == "=1+1")
        #expect(Bulletin.Cell.whole(-3).shown == "-3")
        #expect(Bulletin.Cell.decimal("87.50").shown == "87.50")
        #expect(Bulletin.Cell.empty.shown == "")
    }

    @Test(arguments: ["", "-", "1.", ".5", "1,5", "1e3", "1.2.3", "１", " 1", "+1"])
    func whatIsNoDecimalIsRefused(_ digits: String) {
        let table = Table(title: Text("得分", "Scores"), columns: [.init(Text(same: "x"))], rows: [[.decimal(digits)]])
        expectRefusal("B003", Sample.bulletin(.zh, [.table(table)]))
        let form = Form(title: Text("表", "Form"), fields: [.init(Text("得分", "Score"), .decimal(digits))])
        expectRefusal("B003", Sample.bulletin(.zh, [.form(form)]))
    }

    @Test func rowsMustFitTheColumns() {
        expectRefusal("B001", Sample.bulletin(.zh, [.table(Table(columns: [], rows: []))]))
        let columns = [Bulletin.Column(Text(same: "a")), Bulletin.Column(Text(same: "b"))]
        expectRefusal(
            "B002", Sample.bulletin(.zh, [.table(Table(columns: columns, rows: [[.empty, .empty], [.empty]]))]))
        expectRefusal(
            "B002", Sample.bulletin(.zh, [.table(Table(columns: columns, rows: [], totals: [.empty, .empty, .empty]))]))
    }

    @Test func writersAreFoundByName() {
        #expect(BulletinWriters.all.map { $0.name } == ["md", "html", "xlsx"])
        for writer in BulletinWriters.all {
            #expect(BulletinWriters.named(writer.name).map { type(of: $0).name } == writer.name)
        }
        #expect(BulletinWriters.named("pdf") == nil)
    }

    private func expectRefusal(_ code: String, _ bulletin: Bulletin) {
        for type in BulletinWriters.all {
            let failure = #expect(throws: BulletinFailure.self) {
                try BulletinWriters.named(type.name)?.write(bulletin)
            }
            #expect(failure?.diagnostic.code == code)
            #expect(failure?.diagnostic.help.isEmpty == false)
        }
    }
}
