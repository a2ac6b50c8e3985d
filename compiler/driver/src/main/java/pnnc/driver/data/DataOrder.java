package pnnc.driver.data;

/** Where a flat row of numbers has the channels of what it describes. */
public enum DataOrder {
  /** All of one channel, then all of the next: as ONNX has images, {@code [C, H, W]}. */
  CHW,
  /** All channels of one place, then of the next: as most image files have them. */
  HWC
}
