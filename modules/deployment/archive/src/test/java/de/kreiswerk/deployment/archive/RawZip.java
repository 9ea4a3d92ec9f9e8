package de.kreiswerk.deployment.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIPs byte by byte, wrong ones too. */
public final class RawZip {

    private static final int UTF8 = 1 << 11;
    private static final int DESCRIPTOR = 1 << 3;

    private final List<Part> parts = new ArrayList<>();
    private byte[] prefix = new byte[0];
    private byte[] gap = new byte[0];
    private byte[] behind = new byte[0];
    private int countOff;

    /** An entry; all fields may be changed before the ZIP is written. */
    public static final class Part {
        public byte[] localName;
        public byte[] centralName;
        public byte[] content;
        public byte[] packed;
        public int localMethod;
        public int centralMethod;
        public int localFlags = UTF8;
        public int centralFlags = UTF8;
        public long crc;
        public long localSize;
        public long centralSize;
        public long centralPacked;
        public int unixMode;
        public byte[] centralExtra = new byte[0];
        public byte[] localExtra = new byte[0];
        public byte[] descriptor = new byte[0];
        long offset;
    }

    public RawZip stored(String name, byte[] content) {
        return with(part(name, content, 0));
    }

    public RawZip stored(String name, String content) {
        return stored(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RawZip deflated(String name, byte[] content) {
        return with(part(name, content, 8));
    }

    public RawZip with(Part part) {
        parts.add(part);
        return this;
    }

    public Part last() {
        return parts.get(parts.size() - 1);
    }

    public RawZip prefixed(byte[] bytes) {
        prefix = bytes;
        return this;
    }

    public RawZip withGap(byte[] bytes) {
        gap = bytes;
        return this;
    }

    public RawZip withBehind(byte[] bytes) {
        behind = bytes;
        return this;
    }

    public RawZip countOffBy(int difference) {
        countOff = difference;
        return this;
    }

    public static Part part(String name, byte[] content, int method) {
        Part part = new Part();
        part.localName = name.getBytes(StandardCharsets.UTF_8);
        part.centralName = part.localName;
        part.content = content;
        part.packed = method == 8 ? deflated(content) : content;
        part.localMethod = method;
        part.centralMethod = method;
        CRC32 crc = new CRC32();
        crc.update(content);
        part.crc = crc.getValue();
        part.localSize = content.length;
        part.centralSize = content.length;
        part.centralPacked = part.packed.length;
        return part;
    }

    /** As streams are written: sizes behind the content. */
    public static Part streamed(String name, byte[] content, boolean withSignature) {
        Part part = part(name, content, 8);
        part.localFlags |= DESCRIPTOR;
        part.centralFlags |= DESCRIPTOR;
        ByteBuffer descriptor = little(withSignature ? 16 : 12);
        if (withSignature) {
            descriptor.putInt(0x08074b50);
        }
        descriptor.putInt((int) part.crc).putInt(part.packed.length).putInt(content.length);
        part.descriptor = descriptor.array();
        return part;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (Part part : parts) {
            part.offset = out.size();
            out.writeBytes(local(part));
            out.writeBytes(part.packed);
            out.writeBytes(part.descriptor);
            out.writeBytes(gap);
        }
        int start = out.size();
        parts.forEach(part -> out.writeBytes(central(part)));
        int size = out.size() - start;
        ByteBuffer end = little(22);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) (parts.size() + countOff)).putShort((short) (parts.size() + countOff));
        end.putInt(size).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static byte[] local(Part part) {
        boolean later = (part.localFlags & DESCRIPTOR) != 0;
        ByteBuffer header = little(30 + part.localName.length + part.localExtra.length);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) part.localFlags);
        header.putShort((short) part.localMethod).putInt(0);
        header.putInt(later ? 0 : (int) part.crc);
        header.putInt(later ? 0 : part.packed.length);
        header.putInt(later ? 0 : (int) part.localSize);
        header.putShort((short) part.localName.length).putShort((short) part.localExtra.length);
        header.put(part.localName).put(part.localExtra);
        return header.array();
    }

    private static byte[] central(Part part) {
        ByteBuffer header = little(46 + part.centralName.length + part.centralExtra.length);
        header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
        header.putShort((short) part.centralFlags)
                .putShort((short) part.centralMethod)
                .putInt(0);
        header.putInt((int) part.crc).putInt((int) part.centralPacked).putInt((int) part.centralSize);
        header.putShort((short) part.centralName.length).putShort((short) part.centralExtra.length);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(part.unixMode << 16).putInt((int) part.offset);
        header.put(part.centralName).put(part.centralExtra);
        return header.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }
}
