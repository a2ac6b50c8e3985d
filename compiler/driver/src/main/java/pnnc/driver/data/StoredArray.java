package pnnc.driver.data;

import java.io.IOException;
import java.io.InputStream;
import pnnc.base.diagnostics.DiagnosedException;

/** An array in a file: its header has been read and checked, its elements are still in the file. */
interface StoredArray {
  /** What messages call it: {@code data.npy}, {@code x in data.npz}. */
  String name();

  /** What kind of file it is in, for messages: {@code npy}. */
  String kind();

  ArrayHeader header();

  /**
   * The elements from byte {@code from} on, row-major unless the header says otherwise. The stream
   * may break off early or run on; see {@link #fault}.
   */
  InputStream open(long from) throws IOException;

  /** A complaint about the element bytes, {@code at} bytes behind their beginning. */
  DiagnosedException fault(String what, long at);
}
