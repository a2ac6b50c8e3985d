/**
 * Surfaces of triangles: {@link pnnc.layout.mesh.TriangleSink} is the seam, {@link
 * pnnc.layout.mesh.StlWriter} a sink, {@link pnnc.layout.mesh.StlReader} fills one, {@link
 * pnnc.layout.mesh.VoxelSurface} makes one of a body of voxels.
 *
 * <p>Naive surfaces of voxels have edges with four faces where two voxels meet only there, which
 * slicers and solvers refuse; moving corners in memory does not help, because STL knows corners by
 * their coordinates. So a gap is cut there:
 *
 * <pre>{@code
 * +-----+              +-----+
 * |     |              |     |
 * |     |              |    _+     1/16 of a voxel is cut from both
 * +-----x-----+   →    +---+ +-+--+
 *       |     |            +-+    |
 *       |     |              |    |
 *       +-----+              +----+
 * }</pre>
 *
 * <p>Lengths are um, as STL says nothing of units.
 */
package pnnc.layout.mesh;
