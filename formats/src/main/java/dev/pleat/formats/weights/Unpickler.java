package dev.pleat.formats.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the stack machine of Python's pickles, protocols 0 to 5, without any of Python's classes: what a name stands for is
 * up to {@link PickleNames}.
 *
 * <p>Values become Java's: {@code Boolean}, {@code Long}, {@link BigInteger}, {@code Double}, {@code String}, {@code byte[]},
 * null for None, {@code List} for lists, tuples and sets, and {@code Map}, whose keys are strings or numbers; members with
 * other keys are kept under a key that nothing equals. Structures may contain themselves. What is allocated is bounded by
 * what is read, since every value takes a byte at least.
 */
final class Unpickler {
    private final PickleInput in;
    private final PickleNames names;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Long, Object> memo = new HashMap<>();

    private Unpickler(PickleInput in, PickleNames names) {
        this.in = in;
        this.names = names;
    }

    /** Reads one pickle, up to its end. */
    static Object load(ByteSource in, PickleNames names) throws IOException {
        long start = in.position();
        try {
            return new Unpickler(new PickleInput(in), names).run();
        } catch (IllegalArgumentException e) {
            throw in.fault("holds a pickle, at byte %d, that cannot be read: %s at byte %d"
                    .formatted(start, e.getMessage(), in.position()));
        }
    }

    private Object run() throws IOException {
        while (true) {
            int opcode = in.readByte();
            if (opcode == '.') {
                return pop();
            }
            if (!number(opcode) && !text(opcode) && !structure(opcode) && !memory(opcode) && !object(opcode)) {
                throw new IllegalArgumentException("unknown instruction 0x%02x".formatted(opcode));
            }
        }
    }

    private boolean number(int opcode) throws IOException {
        switch (opcode) {
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push(in.little(1));
            case 'M' -> push(in.little(2));
            case 'J' -> push((long) (int) in.little(4));
            case 0x8a -> push(in.integer(in.readByte()));
            case 0x8b -> push(in.integer(in.little(4)));
            case 'G' -> push(in.big());
            case 'I', 'L' -> push(in.decimal());
            case 'F' -> push(Double.valueOf(in.line()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean text(int opcode) throws IOException {
        switch (opcode) {
            case 'X' -> push(in.utf8(in.little(4)));
            case 0x8c -> push(in.utf8(in.readByte()));
            case 0x8d -> push(in.utf8(in.little(8)));
            case 'T' -> push(in.latin(in.little(4)));
            case 'U' -> push(in.latin(in.readByte()));
            case 'S' -> push(in.unquoted());
            case 'V' -> push(in.line());
            case 'B' -> push(in.bytes(in.little(4)));
            case 'C' -> push(in.bytes(in.readByte()));
            case 0x8e, 0x96 -> push(in.bytes(in.little(8)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean structure(int opcode) {
        switch (opcode) {
            case '(' -> marks.add(stack.size());
            case ')', ']', 0x8f -> push(new ArrayList<>());
            case '}' -> push(new LinkedHashMap<>());
            case 't', 'l', 0x91 -> push(sinceMark());
            case 0x85 -> push(last(1));
            case 0x86 -> push(last(2));
            case 0x87 -> push(last(3));
            case 'd' -> {
                List<Object> members = sinceMark();
                push(new LinkedHashMap<>());
                setAll(members);
            }
            case 'a' -> addAll(last(1));
            case 'e', 0x90 -> addAll(sinceMark());
            case 's' -> setAll(last(2));
            case 'u' -> setAll(sinceMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memory(int opcode) throws IOException {
        switch (opcode) {
            case '0' -> pop();
            case '1' -> sinceMark();
            case '2' -> push(top());
            case 'q' -> memo.put((long) in.readByte(), top());
            case 'r' -> memo.put(in.little(4), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'p' -> memo.put(Long.parseLong(in.line()), top());
            case 'h' -> push(recall((long) in.readByte()));
            case 'j' -> push(recall(in.little(4)));
            case 'g' -> push(recall(Long.parseLong(in.line())));
            case 0x80 -> protocol(in.readByte());
            case 0x95 -> in.little(8); // a frame is a hint to read ahead
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean object(int opcode) throws IOException {
        switch (opcode) {
            case 'c' -> push(names.find(in.line(), in.line()));
            case 0x93 -> {
                List<Object> name = last(2);
                push(names.find(string(name.get(0)), string(name.get(1))));
            }
            case 'R', 0x81 -> {
                List<Object> call = last(2);
                push(names.call(call.get(0), list(call.get(1))));
            }
            case 0x92 -> {
                List<Object> call = last(3);
                push(names.call(call.get(0), list(call.get(1))));
            }
            case 'i' -> push(names.call(names.find(in.line(), in.line()), sinceMark()));
            case 'o' -> {
                List<Object> call = sinceMark();
                if (call.isEmpty()) {
                    throw new IllegalArgumentException("an object without a class");
                }
                push(names.call(call.get(0), call.subList(1, call.size())));
            }
            case 'b' -> pop(); // the attributes of an object: those of dictionaries do not matter, no other has any
            case 'Q' -> push(names.persistent(pop()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private int bottom() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    private Object top() {
        if (stack.size() <= bottom()) {
            throw new IllegalArgumentException("a value is missing");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        Object top = top();
        stack.remove(stack.size() - 1);
        return top;
    }

    private List<Object> last(int count) {
        if (stack.size() - bottom() < count) {
            throw new IllegalArgumentException("%d values are missing".formatted(count));
        }
        List<Object> tail = stack.subList(stack.size() - count, stack.size());
        List<Object> values = new ArrayList<>(tail);
        tail.clear();
        return values;
    }

    private List<Object> sinceMark() {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a mark is missing");
        }
        List<Object> values = last(stack.size() - bottom());
        marks.subList(marks.size() - 1, marks.size()).clear();
        return values;
    }

    @SuppressWarnings("unchecked") // every list here was made here
    private void addAll(List<Object> values) {
        if (top() instanceof List<?> list) {
            ((List<Object>) list).addAll(values);
        }
    }

    @SuppressWarnings("unchecked") // every map here was made here
    private void setAll(List<Object> members) {
        if (members.size() % 2 != 0) {
            throw new IllegalArgumentException("a key without a value");
        }
        if (top() instanceof Map<?, ?> map) {
            for (int i = 0; i < members.size(); i += 2) {
                Object key = members.get(i);
                // Lists may contain themselves, and then have no hash code.
                Object safe = key instanceof String || key instanceof Number ? key : new Object();
                ((Map<Object, Object>) map).put(safe, members.get(i + 1));
            }
        }
    }

    private Object recall(long index) {
        if (!memo.containsKey(index)) {
            throw new IllegalArgumentException("nothing was kept as number " + index);
        }
        return memo.get(index);
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("arguments that are no tuple");
    }

    private static String string(Object value) {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException("a name that is no string");
    }

    private static void protocol(int version) {
        if (version > 5) {
            throw new IllegalArgumentException("protocol %d; 0 to 5 can be read".formatted(version));
        }
    }
}
