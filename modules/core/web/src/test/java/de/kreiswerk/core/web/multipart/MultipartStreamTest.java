package de.kreiswerk.core.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartStreamTest {

    private static final String BOUNDARY = "---b";

    /** Bytes that look like the beginning of a boundary again and again, cut at every place that a network can cut them. */
    @Test
    void whateverBytesAPartHasTheyComeOutAsTheyWentIn() throws IOException {
        long seed = Long.getLong("kreiswerk.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] content = lookalike(random, random.nextInt(60_000));
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(bytes("--" + BOUNDARY + "\r\nname: a\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(bytes("\r\n--" + BOUNDARY + "\r\n\r\n\r\n--" + BOUNDARY + "--"));
            MultipartStream parts = new MultipartStream(drops(body.toByteArray(), random), BOUNDARY);

            assertThat(parts.next()).isTrue();
            assertThat(parts.line()).isEqualTo("name: a");
            assertThat(parts.line()).isEmpty();
            assertThat(all(parts, random)).as("seed " + seed).isEqualTo(content);
            assertThat(parts.next()).isTrue();
            assertThat(parts.line()).isEmpty();
            assertThat(all(parts, random)).isEmpty();
            assertThat(parts.next()).isFalse();
        }
    }

    @Test
    void whatIsNotReadOfAPartIsPassedOver() throws IOException {
        MultipartStream parts = new MultipartStream(
                new ByteArrayInputStream(
                        bytes("before\r\n--b\r\n\r\n" + "x".repeat(100_000) + "\r\n--b\r\n\r\nsecond\r\n--b--")),
                "b");
        assertThat(parts.next()).isTrue();
        assertThat(parts.line()).isEmpty();
        assertThat(parts.next()).isTrue();
        assertThat(parts.line()).isEmpty();
        assertThat(all(parts, new Random(1))).isEqualTo(bytes("second"));
    }

    @Test
    void anEndlessLineIsNotKept() {
        MultipartStream parts =
                new MultipartStream(new ByteArrayInputStream(bytes("--b\r\n" + "x".repeat(100_000))), "b");
        assertThatThrownBy(() -> {
                    parts.next();
                    parts.line();
                })
                .isInstanceOf(MultipartStream.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form-data; name=\"datei\"; filename=\"a.kwc\" | a.kwc",
                "form-data; filename=\"C:\\\\Users\\\\x\\\\a.kwc\"; name=datei | a.kwc",
                "form-data; name=\"datei\"; filename=\"../../etc/passwd\" | passwd",
                "form-data; name=\"datei\"; filename=\"ä%22b.kwc\" | ä\"b.kwc",
                "Form-Data; NAME=\"datei\"; FILENAME=\"\" | ''"
            })
    void aFilesNameIsReadAsBrowsersWriteItAndWithoutFolders(String disposition, String name) throws IOException {
        MultipartStream parts = new MultipartStream(
                new ByteArrayInputStream(bytes("--b\r\nContent-Disposition: " + disposition + "\r\n\r\n\r\n--b--")),
                "b");
        parts.next();
        PartHead head = PartHead.read(parts);
        assertThat(head.name()).isEqualTo("datei");
        assertThat(head.fileName()).isEqualTo(name);
    }

    private static byte[] lookalike(Random random, int length) {
        byte[] alphabet = bytes("\r\n-b\r-x");
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = alphabet[random.nextInt(alphabet.length)];
        }
        // What is a boundary is none of the content.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        while (text.contains("\r\n--" + BOUNDARY)) {
            text = text.replace("\r\n--" + BOUNDARY, "");
        }
        return bytes(text);
    }

    private static InputStream drops(byte[] body, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(body)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 3 : 9_000)));
            }
        };
    }

    private static byte[] all(MultipartStream parts, Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[1 + random.nextInt(5_000)];
        for (int count = parts.read(some, 0, some.length); count >= 0; count = parts.read(some, 0, some.length)) {
            all.write(some, 0, count);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
