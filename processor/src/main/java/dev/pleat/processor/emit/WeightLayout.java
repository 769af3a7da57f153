package dev.pleat.processor.emit;

import dev.pleat.processor.plan.CacheLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each weight goes in the one array that holds a model's weights. Every piece begins a cache line
 * ({@link CacheLines}).
 *
 * <p>A node that is emitted again, for several samples, gets the pieces that it got the first time.
 */
final class WeightLayout {

    private record Piece(int at, int floats) {}

    private final Map<String, List<Piece>> pieces = new HashMap<>();
    private List<Piece> owned = new ArrayList<>();
    private boolean known;
    private int index;
    private int next = CacheLines.FIRST;

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
        int at = next;
        next = CacheLines.next(Math.addExact(at, floats));
        owned.add(new Piece(at, floats));
        return at;
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
