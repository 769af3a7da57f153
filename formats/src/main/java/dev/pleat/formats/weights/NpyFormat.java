package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of an array in NumPy's format, versions 1 to 3.
 *
 * @param label the type as NumPy calls it
 * @param type how the numbers are encoded; empty for strings and dates, which are no numbers
 * @param order their byte order
 * @param fortran whether the first dimension is the fastest
 * @param shape the dimensions
 * @param size how many numbers there are
 */
record NpyFormat(
        String label, Optional<NumberType> type, ByteOrder order, boolean fortran, List<Integer> shape, int size) {
    /** The bytes that an array begins with. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MOST_DIMENSIONS = 64;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final String SIMPLE =
            "; only plain numbers can be read\n  fix: save the array as float32 or float64";

    /**
     * Reads and checks a header.
     *
     * @throws FormatException if it is damaged, or the numbers after it are not as many or of a type that cannot be read
     */
    static NpyFormat read(ByteSource in) throws IOException {
        if (in.remaining() < 10) {
            throw in.fault("is too short for an array: %d bytes".formatted(in.remaining()));
        }
        byte[] prefix = in.read(8);
        if (!ByteBuffer.wrap(prefix, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw in.fault("is not an array of NumPy: it does not begin with \\x93NUMPY");
        }
        int version = prefix[6];
        if (version < 1 || version > 3 || prefix[7] != 0) {
            throw in.fault("is of version %d.%d; 1.0, 2.0 and 3.0 can be read".formatted(version, prefix[7]));
        }
        ByteBuffer length = ByteBuffer.wrap(in.read(version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        int header = version == 1 ? length.getShort() & 0xffff : length.getInt();
        if (header < 0 || header > LONGEST_HEADER) {
            throw in.fault("claims a header of %d bytes, of at most %d"
                    .formatted(Integer.toUnsignedLong(header), LONGEST_HEADER));
        }
        String text = new String(in.read(header), version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return parse(in, text);
    }

    private static NpyFormat parse(ByteSource in, String text) throws IOException {
        Object header;
        try {
            header = PythonLiteral.parse(text);
        } catch (IllegalArgumentException e) {
            throw in.fault("has a damaged header: " + e.getMessage());
        }
        if (!(header instanceof Map<?, ?> members) || !members.keySet().equals(KEYS)) {
            throw in.fault("has a header that is not descr, fortran_order and shape");
        }
        if (!(members.get("descr") instanceof String descr)) {
            throw in.fault("is an array of structures" + SIMPLE);
        }
        if (!(members.get("fortran_order") instanceof Boolean fortran)) {
            throw in.fault("has a fortran_order that is neither True nor False");
        }
        List<Integer> shape = shape(in, members.get("shape"));
        Optional<NumberType> type = type(in, descr);
        ByteOrder order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = size(in, shape);
        if (type.isPresent() && in.remaining() != (long) size * type.get().bytes()) {
            throw in.fault("holds %d bytes of data, but %s %s takes %d"
                    .formatted(
                            in.remaining(),
                            type.get().label(),
                            shape,
                            (long) size * type.get().bytes()));
        }
        return new NpyFormat(type.map(NumberType::label).orElse(descr), type, order, fortran, shape, size);
    }

    private static List<Integer> shape(ByteSource in, Object shape) throws IOException {
        if (!(shape instanceof List<?> dimensions) || dimensions.size() > MOST_DIMENSIONS) {
            throw in.fault("has a shape that is not a tuple of at most %d numbers".formatted(MOST_DIMENSIONS));
        }
        List<Integer> checked = new ArrayList<>();
        for (Object dimension : dimensions) {
            if (!(dimension instanceof Long number) || number < 0 || number > LARGEST_ARRAY) {
                throw in.fault("has the dimension %s".formatted(Quoted.of(String.valueOf(dimension))));
            }
            checked.add(number.intValue());
        }
        return List.copyOf(checked);
    }

    private static int size(ByteSource in, List<Integer> shape) throws IOException {
        long size = shape.contains(0) ? 0 : 1;
        for (int dimension : shape) {
            size *= dimension;
            if (size > LARGEST_ARRAY) {
                throw in.fault("has the shape %s, which is too large for an array".formatted(shape));
            }
        }
        return (int) size;
    }

    private static Optional<NumberType> type(ByteSource in, String descr) throws IOException {
        Optional<NumberType> type =
                switch (descr.isEmpty() ? "" : descr.substring("<>|=".indexOf(descr.charAt(0)) < 0 ? 0 : 1)) {
                    case "f2" -> Optional.of(NumberType.FLOAT16);
                    case "f4" -> Optional.of(NumberType.FLOAT32);
                    case "f8" -> Optional.of(NumberType.FLOAT64);
                    case "b1", "?" -> Optional.of(NumberType.BOOL);
                    case "i1" -> Optional.of(NumberType.INT8);
                    case "u1" -> Optional.of(NumberType.UINT8);
                    case "i2" -> Optional.of(NumberType.INT16);
                    case "u2" -> Optional.of(NumberType.UINT16);
                    case "i4" -> Optional.of(NumberType.INT32);
                    case "u4" -> Optional.of(NumberType.UINT32);
                    case "i8" -> Optional.of(NumberType.INT64);
                    case "u8" -> Optional.of(NumberType.UINT64);
                    default -> Optional.empty();
                };
        if (type.isEmpty() && !descr.matches("[<>|=]?[SUMm]\\d.*")) {
            String what = descr.contains("O") ? "Python objects (a pickle, which is never run)" : Quoted.of(descr);
            throw in.fault("holds " + what + SIMPLE);
        }
        return type;
    }
}
