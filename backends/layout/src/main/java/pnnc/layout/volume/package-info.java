/**
 * Values on a regular grid: {@link pnnc.layout.volume.VolumeSink} is the seam, {@link
 * pnnc.layout.volume.VtiWriter} and {@link pnnc.layout.volume.NrrdWriter} are sinks, {@link
 * pnnc.layout.volume.VolumeReader} fills one from a file of either kind. None of them holds the
 * values; {@link pnnc.layout.volume.Volume} does.
 *
 * <pre>{@code
 * VolumeAxis axis = new VolumeAxis(64, new Micrometres(0), new Micrometres(0.2));
 * VolumeSink sink = new NrrdWriter(out, NrrdWriter.Encoding.GZIP);
 * sink.begin(new VolumeGrid(axis, axis, axis, VolumeType.U8));
 * for (each slab) sink.values(slab);           64 · 64 bytes, x fastest
 * sink.end();
 * }</pre>
 *
 * <p>VTK image data (.vti) is XML with the values behind it; NRRD a header of lines, then values.
 */
package pnnc.layout.volume;
