package dev.pleat.benchmarks.net;

/** ResNet-18 and ResNet-50 for images of 224 by 224, padded as in PyTorch, strides in the convolutions of 3 by 3. */
final class ResNets {
    private static final double EPSILON = 1e-5;

    private ResNets() {}

    static Net resNet18() {
        NetBuilder net = stem("ResNet18");
        for (int b = 0; b < 8; b++) {
            int stage = b / 2;
            basic(net, "b" + (b + 1), 64 << stage, stage > 0 && b % 2 == 0 ? 2 : 1);
        }
        return net.mean("pool").dense("logits", 1000).build();
    }

    static Net resNet50() {
        NetBuilder net = stem("ResNet50");
        int[] blocks = {3, 4, 6, 3};
        int b = 1;
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int i = 0; i < blocks[stage]; i++) {
                bottleneck(net, "b" + b++, 64 << stage, stage > 0 && i == 0 ? 2 : 1);
            }
        }
        return net.mean("pool").dense("logits", 1000).build();
    }

    private static NetBuilder stem(String name) {
        NetBuilder net = new NetBuilder(name, "image", Shape.image(224, 224, 3));
        convolution(net, "conv", "norm", 64, Window.padded(7, 2, 3));
        return net.relu("relu").maxPool("pool1", Window.padded(3, 2, 1));
    }

    private static void basic(NetBuilder net, String block, int filters, int stride) {
        Node x = net.last();
        convolution(net, block + "/first", block + "/firstNorm", filters, Window.padded(3, stride, 1));
        net.relu(block + "/firstRelu");
        convolution(net, block + "/second", block + "/secondNorm", filters, Window.padded(3, 1, 1));
        addShortcut(net, block, x, filters, stride);
    }

    private static void bottleneck(NetBuilder net, String block, int filters, int stride) {
        Node x = net.last();
        convolution(net, block + "/first", block + "/firstNorm", filters, Window.valid(1, 1));
        net.relu(block + "/firstRelu");
        convolution(net, block + "/second", block + "/secondNorm", filters, Window.padded(3, stride, 1));
        net.relu(block + "/secondRelu");
        convolution(net, block + "/third", block + "/thirdNorm", 4 * filters, Window.valid(1, 1));
        addShortcut(net, block, x, 4 * filters, stride);
    }

    private static void addShortcut(NetBuilder net, String block, Node x, int filters, int stride) {
        Node main = net.last();
        Node shortcut = x;
        if (!x.shape().equals(main.shape())) {
            convolution(net.from(x), block + "/shortcut", block + "/shortcutNorm", filters, Window.valid(1, stride));
            shortcut = net.last();
        }
        net.sum(block + "/sum", shortcut, main).relu(block + "/relu");
    }

    private static void convolution(NetBuilder net, String conv, String norm, int filters, Window window) {
        net.conv(conv, filters, window, false).norm(norm, EPSILON);
    }
}
