import Foundation
import Testing

@testable import CalqueReports

@Suite struct JSONWriterTests {
    private func written(isIndented: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(isIndented: isIndented)
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `commas and colons stand where they belong`() {
        let text = written {
            $0.beginObject()
            $0.key("a")
            $0.integer(1)
            $0.key("b")
            $0.beginArray()
            $0.string("x")
            $0.beginObject()
            $0.endObject()
            $0.null()
            $0.boolean(true)
            $0.endArray()
            $0.key("c")
            $0.boolean(false)
            $0.endObject()
        }
        #expect(text == #"{"a":1,"b":["x",{},null,true],"c":false}"#)
    }

    @Test func `indented JSON has a member a line`() {
        let text = written(isIndented: true) {
            $0.beginObject()
            $0.key("a")
            $0.beginArray()
            $0.integer(1)
            $0.integer(2)
            $0.endArray()
            $0.key("b")
            $0.beginArray()
            $0.endArray()
            $0.endObject()
        }
        #expect(text == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}")
    }

    @Test func `lines of NDJSON start afresh`() {
        let text = written {
            $0.beginArray()
            $0.endArray()
            $0.endLine()
            $0.integer(2)
            $0.endLine()
        }
        #expect(text == "[]\n2\n")
    }

    @Test func `every character reads back as it was`() throws {
        var all = ""
        for code in 0...0x2FF { all.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: code))) }
        for text in [all, "", "\u{0}", "\"\\/", "Ёлка 👩‍🚀 e\u{301}", "\u{2028}\u{2029}\u{10FFFF}\u{FFFD}", "\u{7F}"] {
            var json = JSONWriter()
            json.beginArray()
            json.string(text)
            json.string(utf8: Array(text.utf8)[...])
            json.endArray()
            let read = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
            #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars), Array(text.unicodeScalars)])
        }
    }

    @Test func `control characters are escaped as RFC 8259 tells`() {
        let text = written { $0.string("\u{1}\u{1f}\u{8}\t\n\u{c}\r\"\\\0") }
        #expect(text == #""\u0001\u001f\b\t\n\f\r\"\\\u0000""#)
    }

    @Test(arguments: [
        (0.0, "0"), (0.9, "0.9"), (1.0, "1"), (-2.5, "-2.5"), (12.345, "12.345"), (1e20, "1e+20"),
        (Double.nan, "null"), (.infinity, "null"),
    ])
    func `numbers are the shortest that read back`(value: Double, text: String) {
        #expect(written { $0.number(value) } == text)
    }

    @Test(arguments: [
        (12.3456, 2, "12.35"), (12.5, 2, "12.5"), (1000.0 / 3, 2, "333.33"), (7, 2, "7"), (-0.004, 2, "0"),
    ])
    func `numbers are rounded to the places told`(value: Double, places: Int, text: String) {
        #expect(written { $0.number(value, decimals: places) } == text)
    }

    @Test(arguments: [Int64.min, -1, 0, 7, 10, 1_234_567_890, .max])
    func `integers of 64 bits are written in full`(value: Int64) {
        #expect(written { $0.integer(value) } == String(value))
    }

    @Test func `a writer can be used again`() {
        var json = JSONWriter()
        json.beginArray()
        json.removeAll()
        json.integer(3)
        #expect(json.bytes == Array("3".utf8))
    }
}
