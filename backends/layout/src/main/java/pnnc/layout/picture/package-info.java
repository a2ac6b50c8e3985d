/**
 * Layouts as pictures: {@link pnnc.layout.picture.Picture} draws SVG, which keeps shapes and cells,
 * and PNG, which takes a die of any size.
 *
 * <p>PNG is drawn layer by layer: a {@link pnnc.layout.picture.Plane} holds how much of each pixel
 * the layer covers, exactly by area, then the layer's colour is laid over the picture. Cells below
 * a pixel count by the area that was summed once for each cell, arrays finer than pixels by the
 * area of one place. Memory is one plane and the picture, whatever the layout.
 *
 * <pre>{@code
 * Picture picture = new Picture(layout, PictureOptions.DEFAULT);
 * picture.png(out);
 * }</pre>
 */
package pnnc.layout.picture;
