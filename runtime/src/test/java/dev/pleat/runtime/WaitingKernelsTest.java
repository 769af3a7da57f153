package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingKernelsTest {
    /** A kernel that does nothing. */
    private static final class Idle extends ColdKernel {
        private final String name;
        private final int urgency;

        Idle(String name, int urgency) {
            this.name = name;
            this.urgency = urgency;
        }

        @Override
        int urgency() {
            return urgency;
        }

        @Override
        int floats() {
            return 0;
        }

        @Override
        void call(boolean skip) {}

        @Override
        int operations() {
            return 1;
        }

        @Override
        int rounds() {
            return 1;
        }
    }

    @Test
    void takesTheMostUrgentFirstAndSharedOnesBeforeThoseOfModels() {
        WaitingKernels waiting = new WaitingKernels();
        waiting.addOfModel(new Idle("model 1", 0));
        waiting.addShared(new Idle("copy", 0));
        waiting.addShared(new Idle("map 1", 2));
        waiting.addOfModel(new Idle("model 2", 5));
        waiting.addShared(new Idle("tile", 3));
        waiting.addShared(new Idle("map 2", 2));
        waiting.addShared(new Idle("search", 0));

        List<String> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            order.add(((Idle) waiting.take()).name);
        }

        assertThat(order).containsExactly("tile", "map 1", "map 2", "copy", "search", "model 2", "model 1");
    }
}
