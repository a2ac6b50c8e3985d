package pnnc.layout.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/** Things as bytes, the same on any machine; different things never have the same bytes. */
final class ContentBytes {
  private ByteBuffer bytes = ByteBuffer.allocate(256);

  void clear() {
    bytes.clear();
  }

  /** Adds all to a digest. */
  void update(MessageDigest digest) {
    digest.update(bytes.array(), 0, bytes.position());
  }

  void put(long value) {
    if (bytes.remaining() < Long.BYTES) {
      bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
    }
    bytes.putLong(value);
  }

  void put(String text) {
    byte[] chars = text.getBytes(StandardCharsets.UTF_8);
    put(chars.length);
    for (byte b : chars) {
      put(b);
    }
  }

  void put(Layer layer) {
    put((long) layer.number() << 32 | layer.datatype());
  }

  void put(PathStyle style) {
    put(style.width());
    put(style.begin());
    put(style.end());
    put(style.isRound() ? 1 : 0);
  }

  void put(int[] xy, int points) {
    put(points);
    for (int i = 0; i < 2 * points; i++) {
      put(xy[i]);
    }
  }

  void put(Repetition repetition) {
    put(repetition.count());
    if (repetition.count() == 1) {
      return;
    }
    if (repetition instanceof Repetition.Regular r) {
      put('R');
      put(r.columns());
      put(r.column());
      put(r.row());
    } else {
      repetition.forEach((dx, dy) -> put(new Point(dx, dy)));
    }
  }

  void put(Point p) {
    put(p.x());
    put(p.y());
  }

  void put(List<Property> properties) {
    put(properties.size());
    for (Property property : properties) {
      put(property.name());
      put(property.values().size());
      property.values().forEach(value -> put(value));
    }
  }

  private void put(Property.Value value) {
    if (value instanceof Property.Text t) {
      put('T');
      put(t.text());
    } else if (value instanceof Property.Whole w) {
      put('W');
      put(w.number());
    } else {
      put('N');
      put(Double.doubleToLongBits(((Property.Real) value).number()));
    }
  }
}
