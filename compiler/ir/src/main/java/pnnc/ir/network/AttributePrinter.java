package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pnnc.base.bytes.Blob;
import pnnc.ir.text.Quotes;

/** Prints attributes, and the notes that many things of a model can carry. */
final class AttributePrinter {
  private final TextWriter out;
  private final TensorPrinter tensors;
  private final GraphPrinter graphs;

  AttributePrinter(TextWriter out, TensorPrinter tensors, GraphPrinter graphs) {
    this.out = out;
    this.tensors = tensors;
    this.graphs = graphs;
  }

  /** {@code {axis = 1}} after a blank; nothing if there are none. Graphs get lines of their own. */
  void print(Map<String, Attribute> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    boolean lines = attributes.values().stream().anyMatch(a -> !a.graphs().isEmpty());
    out.put(" {");
    out.deeper();
    String separator = "";
    for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
      out.put(separator);
      separator = lines ? "," : ", ";
      breakLine(lines);
      out.put(Words.word(entry.getKey())).put(" = ");
      print(entry.getValue());
    }
    out.shallower();
    breakLine(lines);
    out.put("}");
  }

  private void breakLine(boolean really) {
    if (really) {
      out.line();
    }
  }

  void print(Attribute attribute) {
    if (attribute instanceof Attribute.TensorValue t) {
      tensors.print(t.value());
    } else if (attribute instanceof Attribute.SparseTensorValue s) {
      tensors.print(s.value());
    } else if (attribute instanceof Attribute.GraphValue g) {
      graphs.print(g.value());
    } else if (attribute instanceof Attribute.Tensors t) {
      printList("tensors", t.values(), tensors::print);
    } else if (attribute instanceof Attribute.SparseTensors s) {
      printList("sparse_tensors", s.values(), tensors::print);
    } else if (attribute instanceof Attribute.Graphs g) {
      printList("graphs", g.values(), graphs::print);
    } else {
      out.put(plain(attribute));
    }
  }

  private <T> void printList(String kind, List<T> items, Consumer<T> item) {
    out.put(items.isEmpty() ? kind + " [" : "[");
    for (int i = 0; i < items.size(); i++) {
      out.put(i == 0 ? "" : ", ");
      item.accept(items.get(i));
    }
    out.put("]");
  }

  /** Attributes that are short enough to be one string. */
  private static String plain(Attribute attribute) {
    if (attribute instanceof Attribute.IntValue i) {
      return Long.toString(i.value());
    }
    if (attribute instanceof Attribute.FloatValue f) {
      return real(f.value());
    }
    if (attribute instanceof Attribute.StringValue s) {
      return Words.string(s.bytes());
    }
    if (attribute instanceof Attribute.TypeValue t) {
      return "type " + TypeText.print(t.value());
    }
    if (attribute instanceof Attribute.Reference r) {
      return "ref " + Words.word(r.name()) + " " + AttributeText.kind(r.onnxType());
    }
    return plainList(attribute);
  }

  private static String plainList(Attribute attribute) {
    if (attribute instanceof Attribute.Ints i) {
      return list("ints", i.values().stream().map(v -> Long.toString(v)).toList());
    }
    if (attribute instanceof Attribute.Floats f) {
      return list("floats", f.values().stream().map(v -> real(v)).toList());
    }
    if (attribute instanceof Attribute.Strings s) {
      return list("strings", s.values().stream().map(Words::string).toList());
    }
    if (attribute instanceof Attribute.Types t) {
      return list("types", t.values().stream().map(v -> "type " + TypeText.print(v)).toList());
    }
    throw new IllegalArgumentException("no text for " + attribute);
  }

  /** An empty list says what it is a list of. */
  private static String list(String kind, List<String> items) {
    return items.isEmpty() ? kind + " []" : "[" + String.join(", ", items) + "]";
  }

  private static String real(float value) {
    long bits = Float.floatToRawIntBits(value) & 0xffffffffL;
    String text = ElementText.print(ElementType.F32, bits);
    return text.startsWith("0x") ? "float " + text : text;
  }

  /** {@code {key = "value"} unread hex "…"}, each part after a blank and only if there is any. */
  void printNotes(Map<String, String> metadata, Blob unread) {
    if (!metadata.isEmpty()) {
      List<String> entries = new ArrayList<>();
      metadata.forEach((key, value) -> entries.add(Words.word(key) + " = " + Quotes.quote(value)));
      out.put(" {").put(String.join(", ", entries)).put("}");
    }
    printUnread(unread);
  }

  void printUnread(Blob unread) {
    if (!unread.isEmpty()) {
      out.put(" unread ").put(Words.bytes(unread));
    }
  }

  /** {@code "" 13, com.microsoft 1}. */
  static String opsets(Map<String, Integer> opsets) {
    return opsets.entrySet().stream()
        .map(e -> Words.word(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
