// The figures of a research file: for each of two charts of the debrief a short program in R and one in Python that draws it from the tables
// beside it. They need base R, or pandas with matplotlib.
import { AXIS_END, AXIS_LENGTH } from '../kernel/axis'

const GAP_PY = `# The distance of each pair of delegations, by round, at opening and closing: the mean of all tables.
from itertools import combinations
import matplotlib.pyplot as plt
import pandas as pd

stood = pd.read_csv("../positions.csv")
wide = stood.pivot_table(index=["room", "round", "stage"], columns="delegation", values="value")
pairs = list(combinations(wide.columns, 2))
apart = pd.DataFrame({f"{a} and {b}": (wide[a] - wide[b]).abs() for a, b in pairs})
means = apart.groupby(["round", "stage"], sort=False).mean().unstack("stage")
fig, axes = plt.subplots(1, len(pairs), sharey=True, figsize=(4 * len(pairs), 4), squeeze=False)
for axis, pair in zip(axes[0], apart.columns):
    means[pair].loc[stood["round"].unique(), :].reindex(columns=["opening", "closing"]).plot(ax=axis, marker="o", title=pair, ylim=(0, ${AXIS_LENGTH}))
axes[0][0].set_ylabel("Distance on the axis from -${AXIS_END} to +${AXIS_END}")
fig.tight_layout()
fig.savefig("gap.png")
`

const GAP_R = `# The distance of each pair of delegations, by round, at opening and closing: the mean of all tables.
stood <- read.csv("../positions.csv")
both <- merge(stood, stood, by = c("room", "round", "stage"))
both <- both[both$delegation.x < both$delegation.y, ]
both$pair <- paste(both$delegation.x, "and", both$delegation.y)
both$apart <- abs(both$value.x - both$value.y)
rounds <- unique(stood$round)
pairs <- unique(both$pair)
png("gap.png", width = 400 * length(pairs), height = 400)
par(mfrow = c(1, length(pairs)))
for (pair in pairs) {
  of <- both[both$pair == pair, ]
  means <- tapply(of$apart, list(factor(of$round, rounds), factor(of$stage, c("opening", "closing"))), mean)
  matplot(means, type = "b", pch = 19, lty = 1:2, col = 1:2, ylim = c(0, ${AXIS_LENGTH}), xaxt = "n",
          main = pair, xlab = "", ylab = "Distance on the axis from -${AXIS_END} to +${AXIS_END}")
  axis(1, seq_along(rounds), rounds)
  legend("topright", colnames(means), lty = 1:2, col = 1:2, pch = 19)
}
invisible(dev.off())
`

const TALK_PY = `# Minutes on the floor by delegation, a bar for each table; people and understudies apart.
import matplotlib.pyplot as plt
import pandas as pd

turns = pd.read_csv("../turns.csv")
turns["minutes"] = turns["ms"] / 60000
said = turns.pivot_table(index=["room", "delegation"], columns="understudy", values="minutes", aggfunc="sum").fillna(0)
said.columns = ["understudies" if str(column).lower() == "true" else "people" for column in said.columns]
axis = said.plot.barh(stacked=True, figsize=(8, 1 + len(said) / 3), color={"people": "0.3", "understudies": "0.8"})
axis.set_xlabel("Minutes on the floor")
axis.set_ylabel("")
axis.figure.tight_layout()
axis.figure.savefig("talk.png")
`

const TALK_R = `# Minutes on the floor by delegation, a bar for each table; people and understudies apart.
turns <- read.csv("../turns.csv")
turns$who <- ifelse(turns$understudy %in% c(TRUE, "true"), "understudies", "people")
said <- tapply(turns$ms / 60000, list(turns$who, paste(turns$room, turns$delegation)), sum)
said[is.na(said)] <- 0
png("talk.png", width = 800, height = 150 + 30 * ncol(said))
par(mar = c(4, 12, 1, 1))
barplot(said, horiz = TRUE, las = 1, col = ifelse(rownames(said) == "people", "grey30", "grey80"),
        legend.text = rownames(said), xlab = "Minutes on the floor")
invisible(dev.off())
`

/** The programs by their path in the zip; each is run in its own folder. */
export const RESEARCH_FIGURES: Readonly<Record<string, string>> = {
  'figures/gap.py': GAP_PY,
  'figures/gap.R': GAP_R,
  'figures/talk.py': TALK_PY,
  'figures/talk.R': TALK_R,
}
