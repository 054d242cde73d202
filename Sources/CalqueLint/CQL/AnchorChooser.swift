import CalqueSyntax

/// Chooses the tokens by which a pattern is found: those that are rarest in English.
struct AnchorChooser {
    let lexicon: Lexicon
    let lists: [String: [String]]
    let atoms: [Atom]

    /// Anchors, at least one of which every match has, and the starts to be tried in a million tokens.
    private struct Choice {
        var anchors: [Anchor]
        var cost: Double
    }

    /// The cheapest anchors; none for a pattern that is tried at the start of every sentence.
    ///
    /// - Throws: when the pattern can begin anywhere.
    mutating func choose(_ root: LoweredNode) throws(CQLError) -> [Anchor] {
        let choice = choice(root, least: 0, greatest: 0)
        // A sentence begins at about every twentieth token.
        if root.startsSentence, choice.map({ $0.cost > 50_000 }) ?? true { return [] }
        guard let choice else {
            throw CQLError(
                0,
                "The pattern can begin anywhere: at least one token that is not optional must name a word, lemma, class, case, kind, script or tag."
            )
        }
        let start = firstWord(root)
        return choice.anchors.map { anchor in
            var anchor = anchor
            if anchor.greatest > 0 { anchor.start = start }
            return anchor
        }
    }

    /// The rarest atom of words that holds of the first token of every match.
    private func firstWord(_ node: LoweredNode) -> Int? {
        switch node {
        case .test(let test, _): return word(of: test)?.atom
        case .sequence(let items):
            for item in Self.flat(items) {
                if case .save = item { continue }
                return firstWord(item)
            }
            return nil
        case .repeated(let body, let least, _): return least > 0 && body.width.least > 0 ? firstWord(body) : nil
        case .alternatives, .save, .sentenceStart, .sentenceEnd: return nil
        }
    }

    private func choice(_ node: LoweredNode, least: Int, greatest: Int) -> Choice? {
        switch node {
        case .save, .sentenceStart, .sentenceEnd: return nil
        case .test(let test, _):
            guard let found = anchors(of: test) else { return nil }
            return Choice(
                anchors: found.atoms.map { Anchor(atom: $0, least: least, greatest: greatest) },
                cost: found.cost * Double(greatest - least + 1))
        case .sequence(let nested):
            let items = Self.flat(nested)
            var best: Choice?
            var place = 0
            var low = least
            var high = greatest
            let last = PatternCompiler.longestMatch - 1
            for (index, item) in items.enumerated() {
                if low > last { break }
                if let found = choice(item, least: low, greatest: high), best.map({ found.cost < $0.cost }) ?? true {
                    best = found
                    place = index
                }
                let width = item.width
                low += width.least
                high = min(last, width.greatest.map { high + $0 } ?? last)
            }
            if case .test = items.isEmpty ? .sentenceStart : items[place] {
                let second = second(items, beside: place)
                let beside = neighbour(items, of: place, without: second?.distance)
                for index in best?.anchors.indices ?? 0..<0 {
                    best?.anchors[index].second = second?.atom
                    best?.anchors[index].distance = second?.distance ?? 0
                    best?.anchors[index].beside = beside?.test
                    best?.anchors[index].side = beside?.side ?? 0
                }
            }
            return best
        case .alternatives(let branches):
            var union = Choice(anchors: [], cost: 0)
            for branch in branches {
                guard let found = choice(branch, least: least, greatest: greatest) else { return nil }
                union.anchors += found.anchors
                union.cost += found.cost
            }
            return union
        case .repeated(let body, let times, _):
            // The first time counts.
            return times > 0 ? choice(body, least: least, greatest: greatest) : nil
        }
    }

    /// The items with those of sequences within in their place.
    private static func flat(_ items: [LoweredNode]) -> [LoweredNode] {
        items.flatMap { item in
            if case .sequence(let inner) = item { return flat(inner) }
            return [item]
        }
    }

    /// The rarest words that stand at a fixed distance from the token of an item.
    private func second(_ items: [LoweredNode], beside place: Int) -> (atom: Int, distance: Int)? {
        var best: (atom: Int, distance: Int, cost: Double)?
        for step in [1, -1] {
            var index = place + step
            var distance = step
            while items.indices.contains(index) {
                let width = items[index].width
                guard width.least == width.greatest else { break }
                if case .test(let test, _) = items[index], let word = word(of: test),
                    best.map({ word.cost < $0.cost }) ?? true
                {
                    best = (word.atom, distance, word.cost)
                }
                distance += step * width.least
                index += step
            }
        }
        return best.map { ($0.atom, $0.distance) }
    }

    /// What the token right before that of an item passes, or else the one right behind it; but not at a distance.
    private func neighbour(_ items: [LoweredNode], of place: Int, without taken: Int?) -> (test: TokenTest, side: Int)?
    {
        for side in [-1, 1] where side != taken {
            var index = place + side
            while items.indices.contains(index), case .save = items[index] { index += side }
            guard items.indices.contains(index) else { continue }
            switch items[index] {
            case .test(let test, _) where test != .any: return (test, side)
            case .repeated(.test(let test, _), let least, _) where least > 0 && test != .any: return (test, side)
            default: continue
            }
        }
        return nil
    }

    /// The rarest single atom of words that holds if the test does.
    private func word(of test: TokenTest) -> (atom: Int, cost: Double)? {
        switch test {
        case .any, .never, .not, .some: return nil
        case .atom(let atom):
            switch atoms[atom] {
            case .words, .list: return cost(of: atoms[atom]).map { (atom, $0) }
            case .mask, .regex, .syntax, .head: return nil
            }
        case .all(let parts): return parts.compactMap { word(of: $0) }.min { $0.cost < $1.cost }
        }
    }

    /// Atoms of which one must hold if the test does.
    private func anchors(of test: TokenTest) -> (atoms: [Int], cost: Double)? {
        switch test {
        case .any, .never, .not: return nil
        case .atom(let atom): return cost(of: atoms[atom]).map { ([atom], $0) }
        case .all(let parts):
            return parts.compactMap { anchors(of: $0) }.min { $0.cost < $1.cost }
        case .some(let parts):
            var union: (atoms: [Int], cost: Double) = ([], 0)
            for part in parts {
                guard let found = anchors(of: part) else { return nil }
                union.atoms += found.atoms
                union.cost += found.cost
            }
            return union
        }
    }

    /// How many tokens in a million the atom holds of (rough shares of English news), or nil for one that does not
    /// narrow anything down.
    private func cost(of atom: Atom) -> Double? {
        switch atom {
        case .words(let words): return words.reduce(0) { $0 + lexicon.occurrencesPerMillion($1.form) } + 0.1
        case .list(let name): return (lists[name] ?? []).reduce(0.1) { $0 + lexicon.occurrencesPerMillion($1) }
        case .regex(.feats, _, _), .syntax, .head: return nil
        case .regex: return 60_000
        case .mask(let mask, let bits):
            switch mask {
            case .shape: return share(bits, [220_000, 620_000, 130_000, 25_000, 3_000])
            case .kind:
                return share(
                    bits,
                    [
                        780_000, 25_000, 12_000, 12_000, 3_000, 3_000, 3_000, 45_000, 50_000, 3_000, 1_000, 8_000,
                        6_000,
                        500, 1_000, 200, 100, 300, 2_000,
                    ])
            case .script: return share(bits, [200_000, 800_000] + Array(repeating: 100, count: 13))
            case .names: return Double(bits.nonzeroBitCount) * 40_000
            case .features, .tags: return Double(bits.nonzeroBitCount) * 100_000
            case .known: return 900_000
            case .flags, .block: return nil
            }
        }
    }

    private func share(_ bits: UInt32, _ shares: [Double]) -> Double {
        shares.indices.reduce(0) { bits >> UInt32($1) & 1 == 1 ? $0 + shares[$1] : $0 }
    }
}
