package com.socialflow.viewcount.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of a request's beacons, or impressions.
 *
 * @param accepted how many are in the log now
 * @param rejected the others, in their order
 */
@Schema(name = "BeaconReceipt")
public record Receipt(int accepted, List<Rejection> rejected) {}
