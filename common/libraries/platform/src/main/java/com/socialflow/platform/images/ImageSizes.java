package com.socialflow.platform.images;

import static com.socialflow.core.Require.require;

import java.util.List;

/** In which sizes an image is made. A size is named by a number of pixels, from the largest down. */
public sealed interface ImageSizes {

    /** The names of the sizes, from the largest down. */
    List<Integer> names();

    /** How large an upright image of so many pixels is in the size of that name. */
    Area area(int name, Area source);

    /** Pixels across and down. */
    record Area(int width, int height) {

        public Area {
            require(width > 0 && height > 0, "an image has pixels, not %d by %d", width, height);
        }

        Area turned() {
            return new Area(height, width);
        }
    }

    /**
     * The middle of the image, in one proportion whatever that of the image is. A name is the width.
     *
     * @param ratio width to height
     * @param spare how many pixels are read at least for one of the largest size, in each direction
     * @param names from the largest down
     */
    record Cut(int ratio, int spare, List<Integer> names) implements ImageSizes {

        public Cut {
            require(ratio > 0 && spare > 0, "a ratio and a spare are at least 1");
            names = List.copyOf(names);
        }

        @Override
        public Area area(int name, Area source) {
            return new Area(name, name / ratio);
        }
    }

    /**
     * The whole image in its own proportion, never larger than it is. A name is what width and height have at most.
     *
     * @param names from the largest down
     */
    record Fit(List<Integer> names) implements ImageSizes {

        public Fit {
            names = List.copyOf(names);
        }

        @Override
        public Area area(int name, Area source) {
            var longest = Math.max(source.width(), source.height());
            return longest <= name
                    ? source
                    : new Area(fitted(source.width(), name, longest), fitted(source.height(), name, longest));
        }

        private static int fitted(int side, int name, int longest) {
            return Math.max(1, (int) Math.round((double) side * name / longest));
        }
    }
}
