package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.model.Layer;

/** Numbers for the layers and sizes of boxes, in the order of their first. */
final class BoxKinds {
  private static final int EMPTY = -1;

  private final List<Layer> layers = new ArrayList<>();
  private final Map<Layer, Integer> ofLayer = new HashMap<>();
  private Layer lastLayer = new Layer(0, 0);
  private int lastNumber = EMPTY;
  private int[] slots = new int[64];
  private int[] layer = new int[32];
  private long[] width = new long[32];
  private long[] height = new long[32];
  private int size;

  BoxKinds() {
    clear();
  }

  void clear() {
    size = 0;
    layers.clear();
    ofLayer.clear();
    lastNumber = EMPTY;
    Arrays.fill(slots, EMPTY);
  }

  int size() {
    return size;
  }

  Layer layer(int kind) {
    return layers.get(layer[kind]);
  }

  long width(int kind) {
    return width[kind];
  }

  long height(int kind) {
    return height[kind];
  }

  int kind(Layer on, long w, long h) {
    int number = number(on);
    int slot = slot(number, w, h);
    while (slots[slot] != EMPTY) {
      int kind = slots[slot];
      if (width[kind] == w && height[kind] == h && layer[kind] == number) {
        return kind;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size;
    return add(number, w, h);
  }

  private int slot(int number, long w, long h) {
    long hash = (w * 0x9E3779B97F4A7C15L + h) * 0xC2B2AE3D27D4EB4FL + number;
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
  }

  private int add(int number, long w, long h) {
    if (size == layer.length) {
      layer = Arrays.copyOf(layer, 2 * size);
      width = Arrays.copyOf(width, 2 * size);
      height = Arrays.copyOf(height, 2 * size);
    }
    layer[size] = number;
    width[size] = w;
    height[size] = h;
    size++;
    if (2 * size > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, EMPTY);
    for (int kind = 0; kind < size; kind++) {
      int slot = slot(layer[kind], width[kind], height[kind]);
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = kind;
    }
  }

  private int number(Layer on) {
    if (lastNumber == EMPTY || !on.equals(lastLayer)) {
      lastLayer = on;
      lastNumber = ofLayer.computeIfAbsent(on, this::newLayer);
    }
    return lastNumber;
  }

  private int newLayer(Layer on) {
    layers.add(on);
    return layers.size() - 1;
  }
}
