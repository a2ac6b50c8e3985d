/**
 * Where bytes come from. The modules below the driver open no files; they are handed {@link
 * pnnc.base.bytes.ByteSource}s, so that weights can stay mapped until somebody reads them.
 */
package pnnc.base.bytes;
