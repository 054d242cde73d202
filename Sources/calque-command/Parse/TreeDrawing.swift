import Calque

/// Draws a tree with lines: each word under the one that it depends on.
enum TreeDrawing {
    static func drawing(_ analysis: borrowing Analysis, _ trees: Trees, _ tokens: Range<Int>) -> String {
        var children: [[Int]] = Array(repeating: [], count: tokens.count)
        var roots: [Int] = []
        for token in tokens {
            if let head = trees.head(token) {
                children[head - tokens.lowerBound].append(token)
            } else {
                roots.append(token)
            }
        }
        var result = ""
        // Words still to draw, the next one last: with what stands left of them.
        var waiting = roots.reversed().map { (token: $0, margin: "", branch: "", below: "") }
        while let (token, margin, branch, below) = waiting.popLast() {
            result += margin + branch + label(analysis, trees, token) + "\n"
            let under = children[token - tokens.lowerBound]
            for (index, child) in under.enumerated().reversed() {
                let isLast = index == under.count - 1
                waiting.append((child, margin + below, isLast ? "└─ " : "├─ ", isLast ? "   " : "│  "))
            }
        }
        return result + "\n"
    }

    private static func label(_ analysis: borrowing Analysis, _ trees: Trees, _ token: Int) -> String {
        "\(trees.relations[token].name): \(analysis.string(token)) (\(trees.universal[token].name) \(trees.penn[token].name))"
    }
}
