/// Lemmas and features that the treebanks give to frequent forms, and features by tag for the rest.
extension SyntaxModel {
    /// What the table of the model has for a folded form with a tag.
    func morphology(form: String, tag: PennTag) -> (lemma: String?, features: String)? {
        guard let line = find(Array("\(form)\t\(tag.name)\t".utf8)) else { return nil }
        let parts = line.split(separator: 9, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let lemma = String(decoding: parts[0], as: UTF8.self)
        return (lemma == "_" ? nil : lemma, String(decoding: parts[1], as: UTF8.self))
    }

    /// The rest of the line that begins with these bytes: lines are sorted.
    private func find(_ key: [UInt8]) -> UnsafeRawBufferPointer.SubSequence? {
        var low = 0
        var high = morphologyLines.count
        while low < high {
            var start = (low + high) / 2
            while start > low && morphologyLines[start - 1] != 10 { start -= 1 }
            var end = start
            while end < high && morphologyLines[end] != 10 { end += 1 }
            let line = morphologyLines[start..<end]
            if line.starts(with: key) { return line[(start + key.count)...] }
            if line.lexicographicallyPrecedes(key) { low = min(end + 1, high) } else { high = start }
        }
        return nil
    }

}

/// What a word's form and tag tell of its features.
public enum Morphology {
    /// The features of a word, as CoNLL-U writes them: "Number=Sing", "_" for none.
    ///
    /// - Parameter form: The folded form.
    public static func features(form: ArraySlice<UInt8>, tag: PennTag) -> String {
        let form = String(decoding: form, as: UTF8.self)
        if let known = SyntaxModel.english?.morphology(form: form, tag: tag)?.features { return known }
        return switch tag {
        case .NN, .NNP: "Number=Sing"
        case .NNS, .NNPS: "Number=Plur"
        case .JJ: "Degree=Pos"
        case .JJR, .RBR: "Degree=Cmp"
        case .JJS, .RBS: "Degree=Sup"
        case .VB: "VerbForm=Inf"
        case .VBZ: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
        case .VBP: "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
        case .VBD: "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
        case .VBN: "Tense=Past|VerbForm=Part"
        case .VBG: "Tense=Pres|VerbForm=Part"
        case .MD: "VerbForm=Fin"
        case .CD:
            form.utf8.contains { $0 >= 48 && $0 <= 57 } ? "NumForm=Digit|NumType=Card" : "NumForm=Word|NumType=Card"
        default: "_"
        }
    }
}
