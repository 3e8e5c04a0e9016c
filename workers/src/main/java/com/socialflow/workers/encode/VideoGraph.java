package com.socialflow.workers.encode;

import com.socialflow.workers.inspect.VideoFacts;
import com.socialflow.workers.ladder.FrameGrid;
import com.socialflow.workers.ladder.Rung;
import java.util.List;
import java.util.Locale;

/**
 * The filter graph of a chunk: one decode, scaled to the largest rung, and from each rung to the next smaller.
 *
 * <p>Frames are scaled before they are put on the grid, because a source may change its size midway: the first scaler
 * adapts to that, while filters that keep frames would lose their count when made anew.
 */
final class VideoGraph {

    private VideoGraph() {}

    /**
     * The graph, with outputs {@code [r0]}, {@code [r1]}, … in the order of the rungs.
     *
     * @param rungs smallest first
     * @param gridStartSeconds when the first frame of the chunk is due, on the source's own clock
     * @param leadFrames that the smallest rung leaves out at the start
     */
    static String of(VideoFacts video, FrameGrid grid, List<Rung> rungs, double gridStartSeconds, long leadFrames) {
        var largest = rungs.getLast();
        var graph = new StringBuilder("[0:" + video.stream() + "]");
        graph.append(video.interlaced() ? "bwdif=mode=send_frame:deint=all," : "");
        graph.append(Colours.scaled(video, largest.width(), largest.height()));
        // The last picture stands still for whatever the grid has beyond it, so that every chunk has all its frames.
        graph.append(String.format(
                Locale.ROOT, ",fps=%s:start_time=%.6f,tpad=stop_mode=clone:stop=-1", grid.rate(), gridStartSeconds));
        for (int i = rungs.size() - 1; i > 0; i--) {
            var next = rungs.get(i - 1);
            graph.append(",split=2[r").append(i).append("][s").append(i).append("];");
            graph.append("[s")
                    .append(i)
                    .append(i == 1 && leadFrames > 0 ? "]trim=start_frame=" + leadFrames + ",scale=" : "]scale=")
                    .append(next.width())
                    .append(':')
                    .append(next.height());
        }
        return graph.append(rungs.size() > 1 ? ",setsar=1[r0]" : "[r0]").toString();
    }
}
