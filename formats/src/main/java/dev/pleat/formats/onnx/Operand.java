package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Value;

/** What a node reads. */
sealed interface Operand permits Constant, Operand.Computed, Operand.Foreign, Operand.Unusable, Operand.Unknown {
    /** Returns the shape, as messages show it. */
    String text();

    /** A value that a layer computes. */
    record Computed(Value value) implements Operand {
        @Override
        public String text() {
            return value.text();
        }
    }

    /** An input of a type that the language does not compute with; it may be cast. */
    record Foreign(Value value, ElementType type) implements Operand {
        @Override
        public String text() {
            return type + " " + value.text();
        }
    }

    /**
     * An input that no layer can compute with.
     *
     * @param what what it is, as {@code an input of ...}
     */
    record Unusable(String what) implements Operand {
        @Override
        public String text() {
            return what;
        }
    }

    /** The result of a node that is reported already. */
    record Unknown() implements Operand {
        @Override
        public String text() {
            return "?";
        }
    }
}
