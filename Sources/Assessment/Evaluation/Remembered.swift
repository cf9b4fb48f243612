/// Answers to a question asked of many in turn: each is found once, and the newest is at hand, as it often comes again.
public struct Remembered<Question: Hashable, Answer> {
    @usableFromInline var answers: [Question: Answer] = [:]
    @usableFromInline var last: (question: Question, answer: Answer)?

    /// Nothing is remembered yet.
    @inlinable
    public init() {}

    /// The answer to a question, which is found only when it was not asked before.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - find: finds the answer; must always find the same for the same question.
    /// - Throws: what `find` throws; nothing is remembered then.
    @inlinable
    public mutating func answer(to question: Question, _ find: () throws -> Answer) rethrows -> Answer {
        if let last, last.question == question { return last.answer }
        let answer: Answer
        if let known = answers[question] {
            answer = known
        } else {
            answer = try find()
            answers[question] = answer
        }
        last = (question, answer)
        return answer
    }
}
