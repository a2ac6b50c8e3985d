package pnnc.layout.volume;

import java.nio.ByteBuffer;

/** Takes a volume: its grid, then all its values in any number of pieces, then the end. */
public interface VolumeSink {
  /**
   * What comes. Once, before everything. Readers have made sure that the file could hold so many
   * values, compressed perhaps, not that it does.
   */
  void begin(VolumeGrid grid);

  /**
   * The next values.
   *
   * @param littleEndian whole values, from position to limit; not kept
   */
  void values(ByteBuffer littleEndian);

  /** All values are there. Once. */
  void end();
}
