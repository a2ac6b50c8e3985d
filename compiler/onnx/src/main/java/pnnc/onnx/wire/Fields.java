package pnnc.onnx.wire;

/**
 * Field numbers of the ONNX messages (onnx.proto and onnx-data.proto of ONNX 1.22, IR version 13),
 * one class per message. Numbers that are not here are kept unread.
 */
public final class Fields {
  private Fields() {}

  /** {@code ModelProto}. */
  public static final class Model {
    public static final int IR_VERSION = 1;
    public static final int PRODUCER_NAME = 2;
    public static final int PRODUCER_VERSION = 3;
    public static final int GRAPH = 7;
    public static final int OPSET_IMPORT = 8;
    public static final int METADATA_PROPS = 14;
    public static final int FUNCTIONS = 25;

    private Model() {}
  }

  /** {@code OperatorSetIdProto}. */
  public static final class OperatorSetId {
    public static final int DOMAIN = 1;
    public static final int VERSION = 2;

    private OperatorSetId() {}
  }

  /** {@code StringStringEntryProto}. */
  public static final class Entry {
    public static final int KEY = 1;
    public static final int VALUE = 2;

    private Entry() {}
  }

  /** {@code GraphProto}. */
  public static final class Graph {
    public static final int NODE = 1;
    public static final int NAME = 2;
    public static final int INITIALIZER = 5;
    public static final int INPUT = 11;
    public static final int OUTPUT = 12;
    public static final int VALUE_INFO = 13;
    public static final int SPARSE_INITIALIZER = 15;

    private Graph() {}
  }

  /** {@code FunctionProto}. */
  public static final class Function {
    public static final int NAME = 1;
    public static final int INPUT = 4;
    public static final int OUTPUT = 5;
    public static final int ATTRIBUTE = 6;
    public static final int NODE = 7;
    public static final int OPSET_IMPORT = 9;
    public static final int DOMAIN = 10;
    public static final int ATTRIBUTE_PROTO = 11;
    public static final int VALUE_INFO = 12;
    public static final int OVERLOAD = 13;

    private Function() {}
  }

  /** {@code NodeProto}. */
  public static final class Node {
    public static final int INPUT = 1;
    public static final int OUTPUT = 2;
    public static final int NAME = 3;
    public static final int OP_TYPE = 4;
    public static final int ATTRIBUTE = 5;
    public static final int DOMAIN = 7;
    public static final int OVERLOAD = 8;
    public static final int METADATA_PROPS = 9;

    private Node() {}
  }

  /** {@code AttributeProto}; the fields that hold the value are in {@link AttributeKind}. */
  public static final class Attribute {
    public static final int NAME = 1;
    public static final int F = 2;
    public static final int I = 3;
    public static final int S = 4;
    public static final int T = 5;
    public static final int G = 6;
    public static final int FLOATS = 7;
    public static final int INTS = 8;
    public static final int STRINGS = 9;
    public static final int TENSORS = 10;
    public static final int GRAPHS = 11;
    public static final int TP = 14;
    public static final int TYPE_PROTOS = 15;
    public static final int TYPE = 20;
    public static final int REF_ATTR_NAME = 21;
    public static final int SPARSE_TENSOR = 22;
    public static final int SPARSE_TENSORS = 23;

    private Attribute() {}
  }

  /** {@code TensorProto}. */
  public static final class Tensor {
    public static final int DIMS = 1;
    public static final int DATA_TYPE = 2;
    public static final int SEGMENT = 3;
    public static final int FLOAT_DATA = 4;
    public static final int INT32_DATA = 5;
    public static final int STRING_DATA = 6;
    public static final int INT64_DATA = 7;
    public static final int NAME = 8;
    public static final int RAW_DATA = 9;
    public static final int DOUBLE_DATA = 10;
    public static final int UINT64_DATA = 11;
    public static final int EXTERNAL_DATA = 13;
    public static final int DATA_LOCATION = 14;
    public static final int METADATA_PROPS = 16;

    private Tensor() {}
  }

  /** {@code SparseTensorProto}. */
  public static final class SparseTensor {
    public static final int VALUES = 1;
    public static final int INDICES = 2;
    public static final int DIMS = 3;

    private SparseTensor() {}
  }

  /** {@code ValueInfoProto}. */
  public static final class ValueInfo {
    public static final int NAME = 1;
    public static final int TYPE = 2;

    private ValueInfo() {}
  }

  /** {@code TypeProto}. */
  public static final class Type {
    public static final int TENSOR_TYPE = 1;
    public static final int SEQUENCE_TYPE = 4;
    public static final int MAP_TYPE = 5;
    public static final int SPARSE_TENSOR_TYPE = 8;
    public static final int OPTIONAL_TYPE = 9;

    private Type() {}
  }

  /** {@code TypeProto.Tensor} and {@code TypeProto.SparseTensor}. */
  public static final class TensorType {
    public static final int ELEM_TYPE = 1;
    public static final int SHAPE = 2;

    private TensorType() {}
  }

  /** {@code TypeProto.Sequence} and {@code TypeProto.Optional}. */
  public static final class ItemType {
    public static final int ELEM_TYPE = 1;

    private ItemType() {}
  }

  /** {@code TypeProto.Map}. */
  public static final class MapType {
    public static final int KEY_TYPE = 1;
    public static final int VALUE_TYPE = 2;

    private MapType() {}
  }

  /** {@code TensorShapeProto}. */
  public static final class TensorShape {
    public static final int DIM = 1;

    private TensorShape() {}
  }

  /** {@code TensorShapeProto.Dimension}. */
  public static final class Dimension {
    public static final int DIM_VALUE = 1;
    public static final int DIM_PARAM = 2;

    private Dimension() {}
  }

  /** {@code SequenceProto}. */
  public static final class Sequence {
    public static final int ELEM_TYPE = 2;
    public static final int TENSOR_VALUES = 3;
    public static final int SPARSE_TENSOR_VALUES = 4;
    public static final int SEQUENCE_VALUES = 5;
    public static final int MAP_VALUES = 6;
    public static final int OPTIONAL_VALUES = 7;

    private Sequence() {}
  }

  /** {@code OptionalProto}. */
  public static final class Optional {
    public static final int TENSOR_VALUE = 3;
    public static final int SEQUENCE_VALUE = 5;

    private Optional() {}
  }
}
