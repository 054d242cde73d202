/// A node of a YAML file, with its place.
indirect enum YAMLNode {
    case scalar(YAMLScalar)
    case sequence([YAMLNode], YAMLPlace)
    case mapping([(key: YAMLScalar, value: YAMLNode)], YAMLPlace)

    var place: YAMLPlace {
        switch self {
        case .scalar(let scalar): scalar.place
        case .sequence(_, let place), .mapping(_, let place): place
        }
    }
}

/// Line and column, from 1; columns in code points.
struct YAMLPlace {
    var line: Int
    var column: Int
}

struct YAMLScalar {
    enum Style {
        case plain, quoted, literal, folded
    }

    var text: String
    var style: Style
    var place: YAMLPlace
    /// Of a literal block: columns that its lines are indented by. Its first line is the one behind `place`.
    var indent = 0
}
