// SPDX-License-Identifier: GPL-3.0-or-later
// Prints as JSON, one line a file, what the npm package music-metadata sees in files.
//
//   node music_metadata.mjs FILE...      where node_modules lies beside it
import { parseFile } from "music-metadata";

for (const file of process.argv.slice(2)) {
    const { common, format } = await parseFile(file, { includeChapters: true, duration: true });
    const covers = (common.picture ?? []).map((picture) => ({
        type: picture.format, bytes: picture.data.length, first: [...picture.data.slice(0, 3)],
    }));
    console.log(JSON.stringify({
        title: common.title, albumArtist: common.albumartist, composer: common.composer, genre: common.genre, covers,
        seconds: format.duration,
        chapters: (format.chapters ?? []).map((chapter) => ({
            title: chapter.title, start: chapter.start / (chapter.timeScale ?? 1),
        })),
    }));
}
