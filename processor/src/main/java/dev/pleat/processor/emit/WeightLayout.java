package dev.pleat.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each weight goes in the one array that holds a model's weights. Every piece begins a cache line, if the array
 * does, as large ones do under G1: an array's header takes the first 16 bytes of its line, 4 floats.
 *
 * <p>A node that is emitted again, for several samples, gets the pieces that it got the first time.
 */
final class WeightLayout {

    private static final int LINE = 16;
    private static final int HEADER = 4;

    private record Piece(int at, int floats) {}

    private final Map<String, List<Piece>> pieces = new HashMap<>();
    private List<Piece> owned = new ArrayList<>();
    private boolean known;
    private int index;
    private long next = LINE - HEADER;

    /** Says whose pieces are asked for from now on. */
    void begin(String node) {
        known = pieces.containsKey(node);
        owned = pieces.computeIfAbsent(node, key -> new ArrayList<>());
        index = 0;
    }

    /** Returns the offset of a new piece, or of the one that the node got in its place before. */
    int reserve(int floats) {
        if (known) {
            return again(floats);
        }
        long at = next;
        next = (at + floats + HEADER + LINE - 1) / LINE * LINE - HEADER;
        owned.add(new Piece(Math.toIntExact(at), floats));
        return Math.toIntExact(at);
    }

    private int again(int floats) {
        Piece piece = owned.get(index++);
        if (piece.floats() != floats) {
            throw new IllegalStateException("weights of " + piece.floats() + " floats are read as " + floats);
        }
        return piece.at();
    }

    /** Returns the floats of the whole array. */
    long size() {
        return next;
    }
}
