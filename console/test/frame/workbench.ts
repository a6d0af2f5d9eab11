// What the tests of the frame reach from the browser: RecordedPage, without a player around it.
import { createRecordedPage } from '../../src/frame/recordedPage.ts'

Object.assign(window, { createRecordedPage })
