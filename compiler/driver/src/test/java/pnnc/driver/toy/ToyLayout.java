package pnnc.driver.toy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of rectangles and labels, in nanometres: word lines on layer 1, devices on 2, bit lines on
 * 3.
 */
record ToyLayout(String name, List<Box> boxes, List<Label> labels) {
  static final int WORD = 1;
  static final int DEVICE = 2;
  static final int BIT = 3;

  record Box(int layer, int x, int y, int width, int height) {
    boolean touches(Box o) {
      return x <= o.x + o.width && o.x <= x + width && y <= o.y + o.height && o.y <= y + height;
    }

    boolean contains(Label l) {
      return l.layer == layer && l.x >= x && l.x <= x + width && l.y >= y && l.y <= y + height;
    }
  }

  record Label(String text, int layer, int x, int y) {}

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(name);
    out.writeInt(boxes.size());
    for (Box b : boxes) {
      for (int v : new int[] {b.layer, b.x, b.y, b.width, b.height}) {
        out.writeInt(v);
      }
    }
    out.writeInt(labels.size());
    for (Label l : labels) {
      out.writeUTF(l.text);
      for (int v : new int[] {l.layer, l.x, l.y}) {
        out.writeInt(v);
      }
    }
  }

  static ToyLayout read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    List<Box> boxes = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      boxes.add(new Box(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
    }
    List<Label> labels = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      labels.add(new Label(in.readUTF(), in.readInt(), in.readInt(), in.readInt()));
    }
    return new ToyLayout(name, boxes, labels);
  }
}
