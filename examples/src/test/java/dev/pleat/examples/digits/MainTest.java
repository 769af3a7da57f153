package dev.pleat.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passes files to the example, good ones and bad ones. */
final class MainTest {

    private static final int ZOOM = 5;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"png, false", "png, true", "jpg, true", "gif, false", "gif, true", "bmp, true"})
    void recognizesAPictureOfADigitEitherWayRound(String format, boolean darkOnLight) throws IOException {
        for (int index = 0; index < 5; index++) {
            TestSet test = TestSet.load();
            Path file = picture(test.images().get(index), format, darkOnLight, BufferedImage.TYPE_INT_RGB);

            assertThat(run(file.toString())).isZero();

            int digit = test.labels()[index];
            assertThat(output()).contains(file.toString(), "DigitsMlp says " + digit, "DigitsCnn says " + digit, "+");
            out.reset();
        }
    }

    @Test
    void greyPicturesAreNotBrightened() throws IOException {
        DigitImage image = TestSet.load().images().get(0);
        Path file = picture(image, "png", false, BufferedImage.TYPE_BYTE_GRAY);

        DigitImage read = DigitImage.of(GreyImage.read(Files.readAllBytes(file)));

        assertThat(read.pixels()).containsExactly(image.pixels());
    }

    @Test
    void recognizesTheImagesOfAnIdxFile() throws IOException {
        Path packed = folder.resolve("images.gz");
        Path plain = folder.resolve("images");
        try (InputStream in = TestSet.class.getResourceAsStream("test-images-idx3-ubyte.gz")) {
            Files.write(packed, in.readAllBytes());
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.write(plain, in.readAllBytes());
        }

        assertThat(run(packed.toString())).isZero();
        String fromPacked = output();
        out.reset();
        assertThat(run(plain.toString())).isZero();

        assertThat(fromPacked).contains(", image 999").isEqualTo(output().replace(plain.toString(), packed.toString()));
    }

    @Test
    void aMissingFileIsToldAlone() throws IOException {
        Path good = picture(TestSet.load().images().get(0), "png", false, BufferedImage.TYPE_INT_RGB);

        assertFails(
                "there is no such file",
                good.toString(),
                folder.resolve("none.png").toString());
    }

    @Test
    void filesThatAreNoImagesAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "This is no image.");
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path labels = folder.resolve("labels");
        try (InputStream in = TestSet.class.getResourceAsStream("test-labels-idx1-ubyte.gz")) {
            Files.write(labels, in.readAllBytes());
        }

        assertFails("it is no PNG, JPEG, GIF, BMP or IDX file", text.toString());
        assertFails("it is no PNG, JPEG, GIF, BMP or IDX file", empty.toString());
        assertFails("it holds no images of 28 by 28 pixels", labels.toString());
        assertFails("it is a directory", folder.toString());
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] png =
                Files.readAllBytes(picture(TestSet.load().images().get(0), "png", false, BufferedImage.TYPE_INT_RGB));
        for (int length = 8; length < png.length - 40; length += 7) {
            Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, length));
            assertFails("cannot read it", file.toString());
        }
        Path cut = Files.write(folder.resolve("cut"), new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 28, 9});
        assertFails("it ends after 1 of the bytes", cut.toString());
        Path huge = Files.write(
                folder.resolve("huge"), new byte[] {0, 0, 8, 3, 127, 0, 0, 2, 127, 0, 0, 28, 127, 0, 0, 28, 9});
        assertFails("it claims to be too large", huge.toString());
    }

    private void assertFails(String message, String... files) {
        out.reset();
        err.reset();

        assertThat(run(files)).isEqualTo(1);

        assertThat(output()).isEmpty();
        String file = files[files.length - 1];
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(file + ": ")
                .contains(message)
                .hasLineCount(1);
    }

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path picture(DigitImage image, String format, boolean darkOnLight, int type) throws IOException {
        int side = DigitImage.SIDE * ZOOM;
        BufferedImage picture = new BufferedImage(side, side, type);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int grey = Byte.toUnsignedInt(image.pixels()[y / ZOOM * DigitImage.SIDE + x / ZOOM]);
                int brightness = darkOnLight ? 255 - grey : grey;
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    picture.getRaster().setSample(x, y, 0, brightness);
                } else {
                    picture.setRGB(x, y, brightness * 0x010101);
                }
            }
        }
        Path file = folder.resolve("digit." + format);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        return file;
    }
}
