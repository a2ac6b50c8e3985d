package pnnc.layout.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a value is. */
public enum VolumeType {
  U8(1, "UInt8", "uint8", "unsigned char|uchar|uint8_t"),
  U16(2, "UInt16", "uint16", "unsigned short|unsigned short int|ushort|uint16_t"),
  I16(2, "Int16", "int16", "short|short int|signed short|signed short int|int16_t"),
  U32(4, "UInt32", "uint32", "unsigned int|uint|uint32_t"),
  F32(4, "Float32", "float", "float32"),
  F64(8, "Float64", "double", "float64");

  private final int bytes;
  private final String vtk;
  private final String nrrd;
  private final String aliases;

  /**
   * A type.
   *
   * @param aliases other names in NRRD, with a bar between them
   */
  VolumeType(int bytes, String vtk, String nrrd, String aliases) {
    this.bytes = bytes;
    this.vtk = vtk;
    this.nrrd = nrrd;
    this.aliases = aliases;
  }

  /** How many bytes a value takes: 1, 2, 4 or 8. */
  public int bytes() {
    return bytes;
  }

  boolean isReal() {
    return this == F32 || this == F64;
  }

  /** What VTK calls it. */
  String vtk() {
    return vtk;
  }

  /** What NRRD calls it. */
  String nrrd() {
    return nrrd;
  }

  static Optional<VolumeType> ofVtk(String name) {
    return Arrays.stream(values()).filter(t -> t.vtk.equals(name)).findFirst();
  }

  static Optional<VolumeType> ofNrrd(String name) {
    return Arrays.stream(values()).filter(t -> t.isNrrd(name)).findFirst();
  }

  private boolean isNrrd(String name) {
    return nrrd.equals(name) || List.of(aliases.split("\\|", -1)).contains(name);
  }
}
