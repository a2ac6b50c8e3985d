"""VTK image data of 5 x 4 x 3 values i * 1000, in all forms; each value is its place."""
import sys

import vtk

image = vtk.vtkImageData()
image.SetDimensions(5, 4, 3)
image.SetOrigin(1, 2, 3)
image.SetSpacing(0.5, 0.25, 2)
array = vtk.vtkUnsignedShortArray()
array.SetName("it")
for i in range(60):
    array.InsertNextValue(i * 1000)
image.GetPointData().SetScalars(array)
for mode in ("Ascii", "Binary", "Appended"):
    for encode in (0, 1):
        for compressor in ("None", "ZLib"):
            for width in ("UInt32", "UInt64"):
                for order in ("LittleEndian", "BigEndian"):
                    writer = vtk.vtkXMLImageDataWriter()
                    writer.SetInputData(image)
                    getattr(writer, "SetDataModeTo" + mode)()
                    getattr(writer, "SetCompressorTypeTo" + compressor)()
                    getattr(writer, "SetHeaderTypeTo" + width)()
                    getattr(writer, "SetByteOrderTo" + order)()
                    writer.SetEncodeAppendedData(encode)
                    writer.SetBlockSize(40)
                    name = "-".join((mode, str(encode), compressor, width, order))
                    writer.SetFileName("%s/%s.vti" % (sys.argv[1], name))
                    writer.Write()
